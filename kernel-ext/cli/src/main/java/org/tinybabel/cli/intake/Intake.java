package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.report.Roster;

/**
 * Takes in what a teacher has received: a folder of notebooks and zip files, or a zip file as a learning platform makes it.
 *
 * <p>A student is named by the folder or file, by the learning platform (Moodle, Canvas), or by the manifest that the kit
 * itself packs; a roster may name students anew.
 */
public final class Intake {

    private Intake() {}

    /**
     * Finds the notebook of each student.
     *
     * @param input a folder, a zip file or one notebook
     * @param roster who takes the course, if there is a roster
     * @return one entry for each student who handed in something, sorted by student; what cannot be read is among them
     * @throws UserError if there is no such input, no notebook in it, or several for a student with nothing to tell which is
     *     the last
     * @throws IOException if the input cannot be read
     */
    public static List<HandedIn> of(Path input, Optional<Roster> roster) throws IOException {
        var found = found(input);
        if (found.isEmpty()) {
            throw new UserError("There is no notebook (.ipynb) in " + input + ", and no zip file.");
        }
        return OneForEachStudent.of(found, roster);
    }

    private static List<Found> found(Path input) throws IOException {
        if (Files.isDirectory(input)) {
            return FolderIntake.of(input);
        }
        if (!Files.isRegularFile(input)) {
            throw new UserError("There is no folder " + input
                    + ". Name the folder that holds the submitted notebooks, or a zip file.");
        }
        var name = input.getFileName().toString();
        if (name.endsWith(".ipynb")) {
            return List.of(Found.notebook(name, FolderIntake.source(input, name)));
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new UserError(input + " is neither a folder nor a zip file nor a notebook.");
        }
        try {
            return ZipIntake.download(input);
        } catch (IOException e) {
            throw new UserError(input + ": " + e.getMessage());
        }
    }
}
