package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The folder of master notebooks and the folder of student notebooks that follow from them.
 *
 * @param masters the folder of master notebooks
 * @param students the folder of student notebooks
 * @param exercises the exercises whose points the student notebooks carry
 */
public record MasterNotebooks(Path masters, Path students, List<ExerciseTests> exercises) {

    /**
     * Copies the list.
     *
     * @param masters the folder of master notebooks
     * @param students the folder of student notebooks
     * @param exercises the exercises whose points the student notebooks carry
     */
    public MasterNotebooks {
        exercises = List.copyOf(exercises);
    }

    /**
     * Generates the student notebook of every master notebook.
     *
     * @return the student notebooks whose content changed
     * @throws IOException if a master is malformed or a file cannot be written
     */
    public List<Path> assign() throws IOException {
        var changed = drift();
        for (var file : changed) {
            student(masters.resolve(file.getFileName())).write(file);
        }
        return changed;
    }

    /**
     * Finds student notebooks that are not what their master says.
     *
     * @return the student notebooks that are missing or differ
     * @throws IOException if a master is malformed or a file cannot be read
     */
    public List<Path> drift() throws IOException {
        var drifted = new ArrayList<Path>();
        for (var master : notebooks(masters)) {
            var expected = student(master).toText();
            var student = students.resolve(master.getFileName());
            if (!Files.exists(student) || !Files.readString(student).equals(expected)) {
                drifted.add(student);
            }
        }
        return drifted;
    }

    private Notebook student(Path master) throws IOException {
        var notebook = Notebook.read(master);
        var id = notebook.metadata("tinybabel", "exercise");
        var points = exercises.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .map(QuestionPoints::of)
                .orElseGet(QuestionPoints::none);
        return StudentNotebook.from(notebook, master.getFileName().toString(), points);
    }

    private static List<Path> notebooks(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
