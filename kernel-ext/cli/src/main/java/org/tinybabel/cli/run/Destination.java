package org.tinybabel.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tinybabel.cli.NamedNotebooks;
import org.tinybabel.cli.UserError;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Where an executed notebook goes.
 *
 * @param source the notebook that is executed
 * @param folder the folder to write to
 * @param inPlace whether the notebook itself is replaced; it is only when every cell succeeded
 * @param html whether to write an HTML page as well
 */
public record Destination(Path source, Path folder, boolean inPlace, boolean html) {

    /**
     * Tries out whether the folder can be written, before an hour of computing depends on it.
     *
     * @throws UserError if it cannot
     */
    public void check() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".tinybabel", ".tmp"));
        } catch (IOException e) {
            throw new UserError("Cannot write to the folder " + folder.toAbsolutePath() + " ("
                    + e.getClass().getSimpleName() + "); choose another one with --out. Nothing was run.");
        }
    }

    /**
     * The file for the notebook.
     *
     * @param succeeded whether every cell succeeded
     * @return the source itself, a file beside it for a failed run, or a file of the same name in the other folder
     */
    public Path notebook(boolean succeeded) {
        var name = source.getFileName().toString();
        return folder.resolve(inPlace && !succeeded ? stem() + ".failed.ipynb" : name);
    }

    private String stem() {
        return NamedNotebooks.name(source);
    }

    /**
     * The file for the page.
     *
     * @return the file, if a page is wanted
     */
    public Optional<Path> page() {
        return html ? Optional.of(folder.resolve(stem() + ".html")) : Optional.empty();
    }

    /**
     * Writes an executed notebook. When the folder has become unwritable meanwhile, the temporary folder takes it.
     *
     * @param result the executed notebook
     * @return the file written
     * @throws IOException if neither place can be written
     */
    public Path write(NotebookRun.Result result) throws IOException {
        var file = notebook(result.succeeded());
        try {
            result.notebook().write(file);
            return file;
        } catch (IOException e) {
            return rescue(result.notebook(), file, e);
        }
    }

    private Path rescue(Notebook notebook, Path file, IOException reason) throws IOException {
        var rescued = Files.createTempFile(stem() + "-", ".ipynb");
        notebook.write(rescued);
        throw new IOException("could not write " + file + " ("
                + reason.getClass().getSimpleName() + "); the executed notebook is in " + rescued + " instead");
    }
}
