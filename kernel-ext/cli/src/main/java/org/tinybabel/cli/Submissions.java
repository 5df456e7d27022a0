package org.tinybabel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tinybabel.cli.intake.HandedIn;
import org.tinybabel.cli.intake.Intake;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.report.Roster;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.solutions.Solutions;

/**
 * The notebooks that were handed in, and which exercise they are.
 *
 * @param all one entry for each student, sorted by student
 */
record Submissions(List<HandedIn> all) {

    /**
     * Finds the notebooks in a folder or a zip file.
     *
     * @param input the folder or the zip file
     * @param roster who takes the course, if there is a roster
     * @return the submissions
     * @throws UserError if there is no such input, no notebook in it, or it cannot be told which notebook of a student counts
     */
    static Submissions in(Path input, Optional<Roster> roster) throws IOException {
        return new Submissions(Intake.of(input, roster));
    }

    /**
     * The exercise that all notebooks belong to, as their metadata says.
     *
     * @return the exercise with all of its tests
     * @throws UserError if they name none or several
     */
    ExerciseTests exercise() {
        var named = new TreeSet<String>();
        for (var handedIn : all) {
            try {
                var text = new String(handedIn.source().read(), StandardCharsets.UTF_8);
                named.add(Notebook.parse(text, handedIn.submission().file()).metadata("tinybabel", "exercise"));
            } catch (IOException e) {
                // Reported in its own row when it is graded.
            }
        }
        named.remove("");
        if (named.size() != 1) {
            throw new UserError((named.isEmpty()
                            ? "The notebooks do not say which exercise they are."
                            : "The notebooks belong to several exercises: " + String.join(", ", named) + ".")
                    + " Name one with --exercise.");
        }
        return exercise(named.first());
    }

    /**
     * The exercise that a notebook belongs to, as its metadata says.
     *
     * @param notebook the notebook
     * @param file its name, for messages
     * @return the exercise with all of its tests
     * @throws UserError if the notebook names none
     */
    static ExerciseTests exercise(Notebook notebook, Path file) {
        var id = notebook.metadata("tinybabel", "exercise");
        if (id.isBlank()) {
            throw new UserError(file + " does not say which exercise it is (metadata tinybabel.exercise is missing);"
                    + " is it one of the notebooks in exercises/?");
        }
        return exercise(id);
    }

    /**
     * An exercise by its name.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the exercise with all of its tests
     * @throws UserError if there is none of that name
     */
    static ExerciseTests exercise(String id) {
        try {
            return Solutions.exercise(id);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + ".");
        }
    }
}
