package org.tinybabel.grader.authoring;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.kernel.notebook.Notebook;

/** Looks for what students must not receive: lines of a solution, names of hidden tests and of known-wrong answers. */
public final class Leaks {

    /** Shorter lines, such as {@code return p;}, say nothing about a solution. */
    private static final int SHORTEST_SECRET = 12;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Leaks() {}

    /**
     * Compares what students receive with what they must not.
     *
     * @param exercise the exercise with all of its tests
     * @param masters the folder with the master notebook and the known-wrong answers
     * @param students the folder with the student notebook and, below {@code src}, what is compiled for students
     * @return one sentence for each leak; empty if there is none
     * @throws IOException if a file cannot be read
     */
    public static List<String> faults(ExerciseTests exercise, Path masters, Path students) throws IOException {
        var name = exercise.id() + ".ipynb";
        var student = students.resolve(name);
        var text = Files.readString(student);
        var faults = new ArrayList<String>();
        for (var line : secrets(Notebook.read(masters.resolve(name)))) {
            var json = GSON.toJson(line);
            if (text.contains(json.substring(1, json.length() - 1))) {
                faults.add("The student notebook " + name + " holds a line of the solution: " + line);
            }
        }
        for (var test : exercise.tests()) {
            if (!test.visible()) {
                hidden(test).stream()
                        .filter(word -> holds(text, word))
                        .forEach(word -> faults.add("The student notebook " + name + " names the hidden test " + word));
            }
        }
        for (var answer : EditedAnswers.of(EditedAnswers.Kind.WRONG, masters, exercise.id())
                .answers()) {
            if (holds(text, answer.name())) {
                faults.add("The student notebook " + name + " names the wrong answer " + answer.name());
            }
        }
        faults.addAll(inSources(exercise, students.resolve("src")));
        return faults.stream().distinct().toList();
    }

    private static List<String> secrets(Notebook master) {
        var secret = new ArrayList<String>();
        var open = new HashSet<String>();
        for (var cell : master.cells()) {
            var ofCell = StudentNotebook.secretLines(cell);
            secret.addAll(ofCell.stream().map(String::strip).toList());
            var outside = new ArrayList<>(cell.source().lines().toList());
            ofCell.forEach(outside::remove);
            outside.forEach(line -> open.add(line.strip()));
        }
        return secret.stream()
                .filter(line -> line.length() >= SHORTEST_SECRET && !open.contains(line))
                .distinct()
                .toList();
    }

    private static List<String> hidden(TestMethod test) {
        return List.of(
                test.method().getDeclaringClass().getSimpleName(), test.method().getName());
    }

    private static boolean holds(String text, String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    private static List<String> inSources(ExerciseTests exercise, Path sources) throws IOException {
        var hidden = exercise.tests().stream()
                .filter(test -> !test.visible())
                .map(test -> test.method().getDeclaringClass().getSimpleName())
                .distinct()
                .toList();
        var faults = new ArrayList<String>();
        if (!Files.isDirectory(sources)) {
            return faults;
        }
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                hidden.stream()
                        .filter(word -> holds(text, word))
                        .forEach(word -> faults.add(
                                "The students' file " + file.getFileName() + " names the hidden tests " + word));
            }
        }
        return faults;
    }
}
