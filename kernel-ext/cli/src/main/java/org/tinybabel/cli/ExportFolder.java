package org.tinybabel.cli;

import java.nio.file.Path;
import org.tinybabel.cli.export.ExportedFiles;
import picocli.CommandLine.Model.CommandSpec;

/** Where an export goes. */
final class ExportFolder {

    private ExportFolder() {}

    /** Writes the files and lists them. */
    static int write(ExportedFiles files, Path folder, CommandSpec spec) {
        files.write(folder).forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getErr().println("Open " + folder.resolve("index.html") + " in a browser.");
        return 0;
    }
}
