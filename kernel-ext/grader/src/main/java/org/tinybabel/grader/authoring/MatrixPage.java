package org.tinybabel.grader.authoring;

import static org.tinybabel.display.Html.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Question;

/** Which test rejects which wrong answer, as pages that need nothing else and say everything without colour. */
public final class MatrixPage {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; }
            caption { text-align: left; padding: .5rem 0; }
            th, td { padding: .25rem .6rem; border: 1px solid #8886; text-align: left; font-weight: normal; }
            thead th { font-weight: 600; }
            td.mark { text-align: center; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            .alone { outline: 2px solid currentColor; outline-offset: -3px; font-weight: 600; }
            tbody tr:hover { background: #8882; }
            .hidden-test { font-style: italic; }
            tbody th { white-space: nowrap; position: sticky; left: 0; background: Canvas; }
            """;

    private MatrixPage() {}

    /**
     * Writes one page for each exercise and an index of them.
     *
     * @param folder where to write; made if it is missing
     * @param proofs what was proved, in the order of the index
     * @param mutants what became of the solutions' mutants, by exercise, where there were some
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path folder, List<Proof> proofs, Map<String, Mutants> mutants) throws IOException {
        Files.createDirectories(folder);
        for (var proof : proofs) {
            Files.writeString(
                    folder.resolve(proof.exercise().id() + ".html"),
                    of(proof, Optional.ofNullable(mutants.get(proof.exercise().id()))));
        }
        Files.writeString(folder.resolve("index.html"), index(proofs, mutants));
    }

    /**
     * The page of one exercise.
     *
     * @param proof what was proved
     * @param mutants what became of the solution's mutants, if there were some
     * @return a complete HTML document
     */
    public static String of(Proof proof, Optional<Mutants> mutants) {
        var tests = proof.exercise().tests();
        var body = new StringBuilder(summary(proof, mutants));
        body.append(
                        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Tests and wrong answers\">\n<table>\n")
                .append(
                        "<caption>Wrong answers (rows) and the tests that reject them (columns, numbered as below)</caption>\n")
                .append("<thead><tr><th scope=\"col\">Wrong answer</th>");
        for (var i = 0; i < tests.size(); i++) {
            body.append("<th scope=\"col\" class=\"mark\" title=\"")
                    .append(escape(title(tests.get(i))))
                    .append("\"><a href=\"#test-")
                    .append(i + 1)
                    .append("\">")
                    .append(i + 1)
                    .append("</a></th>");
        }
        body.append("<th scope=\"col\" class=\"n\">Rejected by</th></tr></thead>\n<tbody>\n");
        proof.wrong().keySet().forEach(answer -> body.append(row(proof, answer)));
        body.append("</tbody>\n</table>\n</div>\n")
                .append(legend())
                .append(tests(proof))
                .append(inputs(proof))
                .append(rightAnswers(proof))
                .append(mutants.map(MatrixPage::equivalent).orElse(""));
        return page(
                proof.exercise().id() + ": tests and wrong answers",
                proof.exercise().title() + ": tests and wrong answers",
                body + "<p><a href=\"index.html\">All exercises</a></p>\n");
    }

    private static String summary(Proof proof, Optional<Mutants> mutants) {
        var faults = proof.faults();
        var proved = "<p>The solution earns " + proof.solution().earned() + " of "
                + proof.solution().possible() + " points, the blank notebook "
                + proof.blank().earned() + ". " + proof.wrong().size() + " wrong answers, "
                + proof.exercise().tests().size() + " tests, "
                + proof.right().size() + " right answers of other kinds, each with eight seeds. "
                + mutants.map(found -> "Mutants of the solution: " + found.score() + ".")
                        .orElse("No mutants of the solution were made.")
                + "</p>\n";
        if (faults.isEmpty()) {
            return proved;
        }
        return proved
                + faults.stream()
                        .map(fault -> "<li>" + escape(fault) + "</li>\n")
                        .collect(Collectors.joining("", "<h2>Faults</h2>\n<ul>\n", "</ul>\n"));
    }

    private static String row(Proof proof, String answer) {
        var tests = proof.exercise().tests();
        var rejecting = tests.stream()
                .filter(test -> proof.verdict(answer, test) != Proof.Verdict.PASSED)
                .count();
        return tests.stream()
                .map(test -> cell(proof.verdict(answer, test), rejecting == 1))
                .collect(Collectors.joining(
                        "",
                        "<tr><th scope=\"row\"><code>" + escape(answer) + "</code></th>",
                        "<td class=\"n\">" + rejecting + "</td></tr>\n"));
    }

    private static String cell(Proof.Verdict verdict, boolean only) {
        var alone = only && verdict != Proof.Verdict.PASSED;
        var words =
                switch (verdict) {
                    case PASSED -> "<span aria-label=\"passes\">·</span>";
                    case NAMED ->
                        "<span aria-label=\"rejected, as named" + (alone ? ", by this test alone" : "") + "\">✗"
                                + (alone ? "!" : "") + "</span>";
                    case UNNAMED ->
                        "<span aria-label=\"rejected though not named" + (alone ? ", by this test alone" : "") + "\">○"
                                + (alone ? "!" : "") + "</span>";
                };
        return "<td class=\"mark" + (alone ? " alone" : "") + "\">" + words.replace("<span ", "<span role=\"img\" ")
                + "</td>";
    }

    private static String legend() {
        return "<h2>Legend</h2>\n<ul>\n<li>✗ the test rejects the answer, and names it</li>\n"
                + "<li>○ the test rejects the answer without naming it</li>\n"
                + "<li>! no other test rejects the answer</li>\n<li>· the answer passes the test</li>\n</ul>\n";
    }

    private static String tests(Proof proof) {
        var tests = proof.exercise().tests();
        return IntStream.range(0, tests.size())
                .mapToObj(i -> test(proof, tests.get(i), i + 1))
                .collect(Collectors.joining(
                        "",
                        "<h2>Tests</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Tests\">\n<table>\n"
                                + "<caption>The tests in the order of the columns</caption>\n<thead><tr>"
                                + "<th scope=\"col\" class=\"n\">No.</th><th scope=\"col\">Question</th><th scope=\"col\">Test</th>"
                                + "<th scope=\"col\">Seen by</th><th scope=\"col\" class=\"n\">Points</th>"
                                + "<th scope=\"col\">Alone catches</th></tr></thead>\n<tbody>\n",
                        "</tbody>\n</table>\n</div>\n"));
    }

    private static String test(Proof proof, TestMethod test, int number) {
        var alone = proof.onlyCaughtBy(test);
        return "<tr id=\"test-" + number + "\"><th scope=\"row\" class=\"n\">" + number + "</th><td>("
                + escape(test.question()) + ")</td><td>" + escape(title(test)) + "<br><code>" + escape(test.id())
                + "</code></td><td" + (test.visible() ? ">students" : " class=\"hidden-test\">teachers")
                + "</td><td class=\"n\">"
                + test.points() + "</td><td>"
                + (alone.isEmpty()
                        ? "none"
                        : alone.stream()
                                .map(answer -> "<code>" + escape(answer) + "</code>")
                                .collect(Collectors.joining(", ")))
                + "</td></tr>\n";
    }

    private static String inputs(Proof proof) {
        var compared = GeneratedInputs.compared();
        return proof.exercise().methods().stream()
                .filter(compared::containsKey)
                .map(method -> "<tr><th scope=\"row\"><code>" + escape(method.getName()) + "</code></th><td>("
                        + escape(method.getAnnotation(Question.class).value()) + ")</td><td class=\"n\">"
                        + compared.get(method).values() + "</td><td class=\"n\">"
                        + compared.get(method).refusals() + "</td></tr>\n")
                .collect(Collectors.joining(
                        "",
                        "<h2>Generated inputs</h2>\n<table>\n<caption>On how many inputs each method is compared with the"
                                + " solution</caption>\n<thead><tr><th scope=\"col\">Method</th><th scope=\"col\">Question</th>"
                                + "<th scope=\"col\" class=\"n\">Values</th><th scope=\"col\" class=\"n\">Refusals</th></tr></thead>\n"
                                + "<tbody>\n",
                        "</tbody>\n</table>\n"));
    }

    private static String rightAnswers(Proof proof) {
        return proof.right().entrySet().stream()
                .map(answer -> "<li><code>" + escape(answer.getKey()) + "</code>: "
                        + answer.getValue().stream()
                                .map(graded -> String.valueOf(graded.earned()))
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        + " of " + proof.solution().possible() + " points</li>\n")
                .collect(Collectors.joining("", "<h2>Right answers of other kinds</h2>\n<ul>\n", "</ul>\n"));
    }

    private static String equivalent(Mutants mutants) {
        return mutants.reasons().stream()
                .map(reason -> "<li>" + escape(reason) + "</li>\n")
                .collect(Collectors.joining(
                        "",
                        "<h2>Mutants</h2>\n<p>" + escape(mutants.score())
                                + ". The equivalent ones, and why no input that the text speaks of tells them from the"
                                + " solution:</p>\n<ul>\n",
                        "</ul>\n"));
    }

    private static String title(TestMethod test) {
        return Optional.ofNullable(test.method().getAnnotation(DisplayName.class))
                .map(DisplayName::value)
                .orElse(test.method().getName());
    }

    /**
     * The page that leads to the others.
     *
     * @param proofs what was proved
     * @param mutants what became of the solutions' mutants, by exercise, where there were some
     * @return a complete HTML document
     */
    public static String index(List<Proof> proofs, Map<String, Mutants> mutants) {
        var rows = proofs.stream()
                .map(proof -> "<tr><th scope=\"row\"><a href=\""
                        + escape(proof.exercise().id()) + ".html\">"
                        + escape(proof.exercise().id()) + "</a></th><td>"
                        + escape(proof.exercise().title()) + "</td><td class=\"n\">"
                        + proof.exercise().tests().stream()
                                .filter(TestMethod::visible)
                                .count()
                        + "</td><td class=\"n\">"
                        + proof.exercise().tests().stream()
                                .filter(test -> !test.visible())
                                .count()
                        + "</td><td class=\"n\">" + proof.wrong().size() + "</td><td class=\"n\">"
                        + proof.right().size() + "</td><td class=\"n\">"
                        + Optional.ofNullable(mutants.get(proof.exercise().id()))
                                .map(found -> found.killed() + " + " + found.equivalent())
                                .orElse("none")
                        + "</td><td>"
                        + (proof.faults().isEmpty()
                                ? "✓ proved"
                                : "✗ " + proof.faults().size() + " faults")
                        + "</td></tr>\n")
                .collect(Collectors.joining());
        return page(
                "Tests and wrong answers",
                "Tests and wrong answers",
                "<p>For each exercise the build grades the solution, the blank notebook and typical wrong answers.</p>\n"
                        + "<table>\n<caption>All exercises</caption>\n<thead><tr><th scope=\"col\">Exercise</th>"
                        + "<th scope=\"col\">Title</th><th scope=\"col\" class=\"n\">Visible tests</th>"
                        + "<th scope=\"col\" class=\"n\">Hidden tests</th><th scope=\"col\" class=\"n\">Wrong answers</th>"
                        + "<th scope=\"col\" class=\"n\">Right answers</th>"
                        + "<th scope=\"col\" class=\"n\">Mutants killed + equivalent</th>"
                        + "<th scope=\"col\">Result</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n");
    }

    private static String page(String title, String heading, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>" + escape(heading)
                + "</h1>\n"
                + body + "</main>\n</body>\n</html>\n";
    }
}
