package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The files of a new exercise that is complete from the start: it passes every gate of the build, and its author replaces
 * the two small questions by those of a paper.
 *
 * @param home the folder of the checkout
 * @param id the exercise's name, such as {@code 31-my-paper}
 * @param title a title of a few words
 */
public record ExerciseScaffold(Path home, String id, String title) {

    /** The list of contracts, below the folder of the checkout. */
    public static final String CONTRACTS = "exercises/src/main/resources/org/tinybabel/exercises/contracts.txt";

    private static final Pattern ID = Pattern.compile("\\d\\d-[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** What needs no escape in Java, JSON, Javadoc and Markdown. */
    private static final Pattern TITLE = Pattern.compile("[\\p{L}\\p{N} ,.:;!?'()–-]{1,60}");

    private static final int LONGEST_LINE = 120;

    private static final String PACKAGE = "org.tinybabel.exercises";
    /** Packages whose classes the new files use by their simple names. */
    private static final List<String> TAKEN =
            List.of("java.lang.", "java.util.", "org.tinybabel.grader.api.", "org.junit.jupiter.api.");

    /** What the scaffold's questions are worth; the build's drift check compares it with the annotations. */
    private static final QuestionPoints POINTS = new QuestionPoints(Map.of("a", 2, "b", 2), Map.of("c", 4));

    /**
     * Checks the names.
     *
     * @param home the folder of the checkout
     * @param id the exercise's name, such as {@code 31-my-paper}
     * @param title a title of a few words
     * @throws IllegalArgumentException if a name will not do; the message says why
     */
    public ExerciseScaffold {
        Objects.requireNonNull(home, "home");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is no name for an exercise: it needs two digits and lower-case"
                            + " words that begin with a letter, joined by hyphens, such as 31-my-paper");
        }
        if (!TITLE.matcher(title).matches()) {
            throw new IllegalArgumentException("\"" + title + "\" is no title: it needs 1 to 60 letters, digits, spaces"
                    + " or , . : ; ! ? ' ( ) -");
        }
        var name = contractName(id);
        TAKEN.stream().filter(prefix -> exists(prefix + name)).findFirst().ifPresent(prefix -> {
            throw new IllegalArgumentException("The contract would be called " + name + ", like " + prefix + name
                    + ", which its files use: choose another name, such as " + id + "-paper");
        });
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, ExerciseScaffold.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * A title made of an exercise's name.
     *
     * @param id the exercise's name, such as {@code 31-my-paper}
     * @return such as {@code My paper}
     */
    public static String titleOf(String id) {
        var words = id.replaceFirst("^\\d\\d-", "").replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String contractName(String id) {
        return Arrays.stream(id.split("-"))
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /**
     * Writes the files, and adds the contract to the list of exercises.
     *
     * @return the files that are new, then the list that has one line more
     * @throws IllegalArgumentException if the number is taken or a file exists; nothing is written then
     * @throws IOException if a file cannot be written; what was written before is deleted again
     */
    public List<Path> write() throws IOException {
        var list = home.resolve(CONTRACTS);
        if (!Files.isRegularFile(list)) {
            throw new IllegalArgumentException(
                    "There is no list of exercises at " + list + ": start this in a checkout of TinyBabel");
        }
        var number = id.substring(0, 3);
        for (var folder : List.of("exercises", "solutions")) {
            startingWith(home.resolve(folder), number).ifPresent(taken -> {
                throw new IllegalArgumentException(
                        "The number " + number.substring(0, 2) + " is taken by " + taken + ": choose another");
            });
        }
        var files = files();
        for (var file : files.keySet()) {
            if (Files.exists(file)) {
                throw new IllegalArgumentException(file + " exists already: choose another name or delete it");
            }
        }
        return write(files, list);
    }

    private static java.util.Optional<Path> startingWith(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .findFirst();
        }
    }

    private Map<Path, String> files() throws IOException {
        var contract = contractName(id);
        var files = new LinkedHashMap<Path, String>();
        var students = home.resolve("exercises/src/main/java/org/tinybabel/exercises");
        files.put(students.resolve(contract + ".java"), filled("Contract.java"));
        files.put(students.resolve(contract + "Test.java"), filled("VisibleTest.java"));
        files.put(
                home.resolve("solutions/src/main/java/org/tinybabel/solutions/" + contract + "HiddenTest.java"),
                filled("HiddenTest.java"));
        files.put(EditedAnswers.Kind.WRONG.file(home.resolve("solutions"), id), filled("wrong.edits"));
        files.put(EditedAnswers.Kind.RIGHT.file(home.resolve("solutions"), id), filled("right.edits"));
        var master = Notebook.parse(filled("master.ipynb"), id + ".ipynb");
        files.put(home.resolve("solutions/" + id + ".ipynb"), master.toText());
        files.put(
                home.resolve("exercises/" + id + ".ipynb"),
                StudentNotebook.from(master, id + ".ipynb", POINTS).toText());
        return files;
    }

    private String filled(String template) {
        try (var text = Objects.requireNonNull(
                ExerciseScaffold.class.getResourceAsStream("scaffold/" + template + ".txt"), template)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{exercise}}", annotation())
                    .replace("{{id}}", id)
                    .replace("{{number}}", id.substring(0, 2))
                    .replace("{{title}}", title)
                    .replace("{{class}}", contractName(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only line whose form depends on the length of the names: the build checks how sources are formatted. */
    private String annotation() {
        var elements = List.of(
                "id = \"" + id + "\"",
                "title = \"" + title + "\"",
                "visibleTests = " + contractName(id) + "Test.class");
        var line = "@Exercise(" + String.join(", ", elements) + ")";
        return line.length() <= LONGEST_LINE
                ? line
                : "@Exercise(\n        " + String.join(",\n        ", elements) + ")";
    }

    private List<Path> write(Map<Path, String> files, Path list) throws IOException {
        var written = new ArrayList<Path>();
        try {
            for (var file : files.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                written.add(file.getKey());
                Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
            }
            register(list);
        } catch (IOException e) {
            for (var file : written) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        return Stream.concat(written.stream(), Stream.of(list)).toList();
    }

    private void register(Path list) throws IOException {
        var before = Files.readString(list);
        var gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(list, gap + PACKAGE + "." + contractName(id) + "\n", StandardOpenOption.APPEND);
    }
}
