package org.tinybabel.cli.selftest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** What is too long to stand in a file, or stands in several. */
    private static String filledIn(String source, Path canary) {
        return source.replace("@CANARY_FILE@", canary.toString())
                .replace("@CANARY_FOLDER@", canary.getParent().toString())
                .replace("@FRAMES@", text("frames.txt"))
                .replace("@TOO_LONG@", "x".repeat(70_000))
                .replace("@LONG@", "x".repeat(150_000))
                .replace("@NESTED@", "(".repeat(40_000) + "1" + ")".repeat(40_000))
                .replace("@METHODS@", methods())
                .replace("@COMPILER_BOMB@", compilerBomb())
                .replace("@CONSTANT_BOMB@", constantBomb());
    }

    private static String methods() {
        return IntStream.range(0, 300)
                .mapToObj(i -> "static int m" + i + "() { return " + i + "; }")
                .collect(Collectors.joining("\n"));
    }

    /** The compiler copies what stands in a finally block to each of its exits, and the copies in the copies. */
    private static String compilerBomb() {
        return "static void bomb() {\n    int x = 0;\n" + "try { x++; } finally { ".repeat(40) + "x++;"
                + " }".repeat(40) + "\n}";
    }

    /** Each constant is twice as long as the one before, and the compiler computes them all. */
    private static String constantBomb() {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "    static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";")
                .collect(Collectors.joining("\n", "class Constants {\n    static final String S0 = \"x\";\n", "\n}"));
    }
}
