package org.tinybabel.grader.authoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** The files of the exercise {@link Halving} in a folder of their own, good until a test breaks one of them. */
record MadeExercise(Path masters, Path students) {

    static final ExerciseTests TESTS = ExerciseTests.visible(Halving.class).withHidden(HalvingHiddenChecks.class);

    static final String SOLUTION =
            """
            static double half(double x) {
                // BEGIN SOLUTION
                if (Double.isNaN(x)) {
                    throw new IllegalArgumentException("x is NaN");
                }
                return x / 2;
                // END SOLUTION
            }""";

    static final String BEGIN = "exercise(" + Halving.class.getName() + ".class);\n";

    static final String READ = "static double read(String text) {\n    return Double.parseDouble(text) / 2;\n}";

    static final String DOUBLES = returning("a-doubles", "2 * x");

    static final String ABSOLUTE = returning("a-absolute", "Math.abs(x) / 2");

    static final String ACCEPTS_NAN =
            """
            a-accepts-nan: Takes whatever comes.
            -    if (Double.isNaN(x)) {
            -        throw new IllegalArgumentException("x is NaN");
            -    }
                 return x / 2;
            """;

    static MadeExercise in(Path folder) throws IOException {
        var made = new MadeExercise(folder.resolve("solutions"), folder.resolve("exercises"));
        Files.createDirectories(made.masters().resolve("wrong"));
        Files.createDirectories(made.students().resolve("src"));
        made.master(SOLUTION, READ, BEGIN + "check(\"a\");");
        made.wrong(DOUBLES, ACCEPTS_NAN, ABSOLUTE);
        return made;
    }

    /** An answer that returns something else. */
    static String returning(String name, String value) {
        return name + ": Returns something else.\n-    return x / 2;\n+    return " + value + ";\n";
    }

    /** Writes the master notebook, and the student notebook that follows from it. */
    void master(String... cells) throws IOException {
        var master = notebook(cells);
        master.write(masters.resolve("98-halving.ipynb"));
        StudentNotebook.from(master, "98-halving", QuestionPoints.of(TESTS))
                .write(students.resolve("98-halving.ipynb"));
    }

    /** Writes the wrong answers. */
    void wrong(String... edits) throws IOException {
        Files.writeString(EditedAnswers.Kind.WRONG.file(masters, "98-halving"), String.join("\n", edits));
    }

    /** Writes right answers of other kinds. */
    void right(String... edits) throws IOException {
        var file = EditedAnswers.Kind.RIGHT.file(masters, "98-halving");
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", edits));
    }

    /** For tests of the notebooks alone: wrong answers cost a process. */
    void forgetWrongAnswers() throws IOException {
        Files.delete(EditedAnswers.Kind.WRONG.file(masters, "98-halving"));
    }

    Proof prove(ExerciseTests tests) throws IOException {
        return prove(tests, ProofMode.SESSIONS);
    }

    Proof prove(ExerciseTests tests, ProofMode mode) throws IOException {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return Proof.of(tests, masters, classPath, mode, name -> {});
    }

    /** Code cells; a cell that starts with an angle bracket or a hash is Markdown. */
    static Notebook notebook(String... sources) {
        var cells = new JsonArray();
        for (var source : sources) {
            var cell = new Cell(new JsonObject());
            var text = source.startsWith("<") || source.startsWith("#");
            cell.json().addProperty("cell_type", text ? "markdown" : "code");
            cell.json().addProperty("id", "cell" + cells.size());
            cell.json().add("metadata", new JsonObject());
            cell.setSource(source);
            if (!text) {
                cell.setOutputs(List.of(), 0);
            }
            cells.add(cell.json());
        }
        var tinybabel = new JsonObject();
        tinybabel.addProperty("exercise", "98-halving");
        var metadata = new JsonObject();
        metadata.add("tinybabel", tinybabel);
        var json = new JsonObject();
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        json.add("metadata", metadata);
        json.add("cells", cells);
        return new Notebook(json);
    }
}
