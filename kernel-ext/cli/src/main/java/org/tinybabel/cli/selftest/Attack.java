package org.tinybabel.cli.selftest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * A hostile or broken submission: a right or a blank notebook with further cells, which stand in a file of their own.
 *
 * @param name a few words with hyphens
 * @param tries what it tries, in a sentence
 * @param onSolution whether the cells follow the right answers, or the blank stubs
 * @param earns what each question may earn
 * @param secret a text that the student's page must not hold
 * @param cells the cells
 */
record Attack(
        String name,
        String tries,
        boolean onSolution,
        Map<String, Earning> earns,
        Optional<String> secret,
        List<String> cells) {

    private static final Pattern EARNING = Pattern.compile("(\\w+)(=|<=)(\\w+)");

    /**
     * What a question may earn.
     *
     * @param least points at least; those of the solution for {@code all}
     * @param most points at most
     */
    record Earning(int least, int most) {

        static Earning of(String sign, String points) {
            if (points.equals("all")) {
                return new Earning(Integer.MAX_VALUE, Integer.MAX_VALUE);
            }
            var number = Integer.parseInt(points);
            return new Earning(sign.equals("=") ? number : 0, number);
        }

        boolean allows(int earned, int possible) {
            return earned >= Math.min(least, possible) && earned <= Math.min(most, possible);
        }
    }

    /** All attacks that stand in files. */
    static List<Attack> all() {
        return text("attacks.txt").lines().map(Attack::read).toList();
    }

    private static Attack read(String name) {
        var lines = text(name + ".java").lines().toList();
        var fields = lines.stream()
                .takeWhile(line -> line.startsWith("// ") && !line.equals("// ---"))
                .toList();
        var body = lines.stream().skip(fields.size()).collect(Collectors.joining("\n"));
        return new Attack(
                name,
                fields.get(0).substring(3),
                field(fields, "base").orElseThrow().equals("solution"),
                EARNING.matcher(field(fields, "earns").orElseThrow())
                        .results()
                        .collect(Collectors.toMap(
                                match -> match.group(1), match -> Earning.of(match.group(2), match.group(3)))),
                field(fields, "secret"),
                List.of(body.split("\n// ---\n")));
    }

    private static Optional<String> field(List<String> fields, String name) {
        return fields.stream()
                .filter(line -> line.startsWith("// " + name + ": "))
                .map(line -> line.substring(name.length() + 5))
                .findFirst();
    }

    private static String text(String file) {
        try (var in = Attack.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The notebook that is handed in. */
    byte[] notebook(Notebook solution, Notebook blank, Path canary) {
        var notebook = (onSolution ? solution : blank).copy();
        for (var source : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.add("metadata", new JsonObject());
            cell.add("outputs", new JsonArray());
            cell.add("source", Cell.lines(filledIn(source, canary)));
            notebook.json().getAsJsonArray("cells").add(cell);
        }
        return notebook.toText().getBytes(StandardCharsets.UTF_8);
    }

    /** What is too long to stand in a file. */
    private static String filledIn(String source, Path canary) {
        return source.replace("@CANARY_FILE@", canary.toString())
                .replace("@CANARY_FOLDER@", canary.getParent().toString())
                .replace("@TOO_LONG@", "x".repeat(70_000))
                .replace("@LONG@", "x".repeat(150_000))
                .replace("@NESTED@", "(".repeat(20_000) + "1" + ")".repeat(20_000))
                .replace("@METHODS@", methods())
                .replace("@COMPILER_BOMB@", compilerBomb());
    }

    private static String methods() {
        return IntStream.range(0, 300)
                .mapToObj(i -> "static int m" + i + "() { return " + i + "; }")
                .collect(Collectors.joining("\n"));
    }

    /** Each call fits two methods, so that the compiler looks at what is inside twice, and at what is inside that … */
    private static String compilerBomb() {
        var lines = new ArrayList<>(List.of(
                "static <T> T twice(java.util.concurrent.Callable<T> x) throws Exception { return x.call(); }",
                "static void twice(Runnable x) { x.run(); }"));
        lines.add("twice(() -> ".repeat(40) + "1" + ")".repeat(40) + ";");
        return String.join("\n", lines);
    }
}
