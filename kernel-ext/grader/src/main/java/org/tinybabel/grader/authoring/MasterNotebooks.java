package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinybabel.kernel.notebook.Notebook;

/** The folder of master notebooks and the folder of student notebooks that follow from them. */
public final class MasterNotebooks {

    private MasterNotebooks() {}

    /**
     * Generates the student notebook of every master notebook.
     *
     * @param masters the folder of master notebooks
     * @param students the folder of student notebooks
     * @return the student notebooks whose content changed
     * @throws IOException if a master is malformed or a file cannot be written
     */
    public static List<Path> assign(Path masters, Path students) throws IOException {
        var changed = drift(masters, students);
        for (var file : changed) {
            var name = file.getFileName().toString();
            StudentNotebook.from(Notebook.read(masters.resolve(name)), name).write(file);
        }
        return changed;
    }

    /**
     * Finds student notebooks that are not what their master says.
     *
     * @param masters the folder of master notebooks
     * @param students the folder of student notebooks
     * @return the student notebooks that are missing or differ
     * @throws IOException if a master is malformed or a file cannot be read
     */
    public static List<Path> drift(Path masters, Path students) throws IOException {
        var drifted = new ArrayList<Path>();
        for (var master : notebooks(masters)) {
            var name = master.getFileName().toString();
            var expected = StudentNotebook.from(Notebook.read(master), name).toText();
            var student = students.resolve(name);
            if (!Files.exists(student) || !Files.readString(student).equals(expected)) {
                drifted.add(student);
            }
        }
        return drifted;
    }

    private static List<Path> notebooks(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
