package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

/** The notebooks that a person names on the command line. */
final class NamedNotebooks {

    private NamedNotebooks() {}

    /** Finds each: a number means the kit's own notebook, everything else is a file. */
    static List<Path> files(Kit kit, List<String> names) {
        return names.stream()
                .map(name -> name.matches("\\d{1,2}") ? kit.notebook(name) : Path.of(name))
                .toList();
    }

    /** Reads one, or says what is wrong with it. */
    static Notebook read(Path file) {
        try {
            return Notebook.read(file);
        } catch (NotebookFormatException e) {
            throw new UserError(e.getMessage());
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": "
                    + (Files.isDirectory(file) ? "it is a folder; name the notebooks in it." : String.valueOf(e)));
        }
    }
}
