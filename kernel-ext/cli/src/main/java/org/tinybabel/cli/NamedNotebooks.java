package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

/** Notebook files: those that a person names on the command line, and how to read one. */
public final class NamedNotebooks {

    private NamedNotebooks() {}

    /** Finds each: a number means the kit's own notebook, everything else is a file. */
    static List<Path> files(Kit kit, List<String> names) {
        return names.stream()
                .map(name -> name.matches("\\d{1,2}") ? kit.notebook(name) : Path.of(name))
                .toList();
    }

    /**
     * What a notebook is called.
     *
     * @param file an .ipynb file
     * @return the file's name without its ending
     */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }

    /**
     * Reads a notebook.
     *
     * @param file an .ipynb file
     * @return the notebook
     * @throws UserError if it cannot be read; the message says what is wrong with it
     */
    public static Notebook read(Path file) {
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
