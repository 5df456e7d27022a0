package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The notebooks and zip files in a folder and its folders, without hidden ones and Jupyter's own copies. */
final class FolderIntake {

    private FolderIntake() {}

    static List<Found> of(Path given) throws IOException {
        var folder = given.toRealPath();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.sorted().toList();
        }
        var found = new ArrayList<Found>();
        for (var file : files) {
            var path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.isEmpty() && !hidden(path)) {
                found.addAll(one(file, path));
            }
        }
        return found;
    }

    private static boolean hidden(String path) {
        return List.of(path.split("/")).stream().anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    private static List<Found> one(Path file, String path) {
        var name = path.toLowerCase(java.util.Locale.ROOT);
        var notebook = name.endsWith(".ipynb");
        var zip = name.endsWith(".zip");
        if (Files.isSymbolicLink(file)) {
            // Followed, it could show any file of the teacher's in a feedback page.
            return notebook || zip || Files.isDirectory(file)
                    ? List.of(Found.refused(
                            path,
                            path,
                            path + " is a symbolic link, which is not followed. Put the file itself there."))
                    : List.of();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        return notebook
                ? List.of(Found.notebook(path, source(file, path)))
                : zip ? ZipIntake.submitted(file, path) : List.of();
    }

    static NotebookSource source(Path file, String path) {
        return () -> {
            try {
                var size = Files.size(file);
                if (size > NotebookSource.MOST_BYTES) {
                    throw new IOException(path + " has " + (size >> 20) + " MB; more than "
                            + (NotebookSource.MOST_BYTES >> 20)
                            + " MB are not read. With its outputs cleared it is smaller.");
                }
                return Files.readAllBytes(file);
            } catch (FileSystemException e) {
                // Its message is a path on the teacher's machine, which students need not read.
                throw new IOException(path + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
            }
        };
    }
}
