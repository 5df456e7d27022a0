package org.tinybabel.grader.report;

import static org.tinybabel.display.Html.escape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import tech.tablesaw.api.LongColumn;

/** How a class did, on one page for the teacher: who needs a look, what was hard, what went wrong, what grading took. */
public final class ClassReport {

    private static final int MOST_FAILURES = 12;
    private static final int RANGES = 10;
    private static final List<Bars.Piece> LEGEND = List.of(
            new Bars.Piece("good", "solved", 0),
            new Bars.Piece("part", "partly solved", 0),
            new Bars.Piece("bad", "wrong", 0),
            new Bars.Piece("open", "blank", 0));

    private static final Set<Attention.Kind> BRIEF =
            Set.of(Attention.Kind.LATE, Attention.Kind.NOT_ON_ROSTER, Attention.Kind.CELLS);

    private ClassReport() {}

    /**
     * Writes the page.
     *
     * @param sheet the results
     * @return a complete HTML document; it names hidden tests, so that it is not for students
     */
    public static String of(Sheet sheet) {
        var title = sheet.outline().title() + ": class report";
        return Page.of(
                title,
                "<main>\n<header>\n<h1>" + escape(title)
                        + "</h1>\n<p><strong>For teachers only:</strong> this page names"
                        + " hidden tests and students.</p>\n" + overview(sheet) + "</header>\n" + attention(sheet)
                        + points(sheet) + questions(sheet) + failures(sheet) + times(sheet) + "</main>\n"
                        + isolation(sheet));
    }

    private static String overview(Sheet sheet) {
        var html = new StringBuilder("<p class=\"score\">");
        var parts = new ArrayList<String>();
        for (var status : Sheet.Status.values()) {
            var count =
                    sheet.rows().stream().filter(row -> row.status() == status).count();
            if (count > 0 || status == Sheet.Status.GRADED) {
                parts.add(count + " " + words(status));
            }
        }
        return html.append(String.join(", ", parts)).append("</p>\n").toString();
    }

    private static String isolation(Sheet sheet) {
        var levels = sheet.rows().stream()
                .flatMap(row -> row.result().stream())
                .map(result -> result.circumstances().isolation())
                .filter(level -> !level.isBlank())
                .distinct()
                .sorted()
                .toList();
        return "<footer><p>Isolation of student code: "
                + escape(levels.isEmpty() ? "nothing was executed" : String.join("; ", levels)) + ".</p></footer>\n";
    }

    private static String words(Sheet.Status status) {
        return switch (status) {
            case GRADED -> "graded";
            case NEEDS_REVIEW -> "waiting for your points";
            case ERROR -> "not graded";
            case MISSING -> "missing";
        };
    }

    private static String attention(Sheet sheet) {
        var all = Attention.of(sheet);
        if (all.isEmpty()) {
            return "<section>\n<h2>What needs a look</h2>\n<p>Nothing.</p>\n</section>\n";
        }
        var students = new LinkedHashMap<Attention, List<String>>();
        for (var one : all) {
            // One row for all of whom the same is to be said, or where it is short, for all of the same kind.
            var brief = BRIEF.contains(one.kind());
            students.computeIfAbsent(new Attention(one.kind(), "", brief ? "" : one.what()), key -> new ArrayList<>())
                    .add(named(one) + (brief ? " (" + escape(one.what().replaceFirst("\\.$", "")) + ")" : ""));
        }
        var rows = new StringBuilder();
        students.forEach((what, whom) -> rows.append("<tr><th scope=\"row\">")
                .append(what.kind().words())
                .append("</th><td>")
                .append(escape(Page.withoutColours(what.what())))
                .append("</td><td class=\"n\">")
                .append(whom.size())
                .append("</td><td>")
                .append(String.join(", ", whom))
                .append("</td></tr>\n"));
        return "<section>\n<h2>What needs a look</h2>\n<table>\n<caption>The most pressing first</caption>\n<thead><tr>"
                + "<th scope=\"col\">What</th><th scope=\"col\">More</th><th scope=\"col\" class=\"n\">Number</th>"
                + "<th scope=\"col\">Students</th></tr></thead>\n<tbody>\n" + rows
                + "</tbody>\n</table>\n</section>\n";
    }

    /** With the way to the student's feedback, where there is any. */
    private static String named(Attention one) {
        var student = escape(one.student());
        return one.kind() == Attention.Kind.MISSING
                ? student
                : "<a href=\"feedback/" + SafeName.of(one.student()) + ".html\">" + student + "</a>";
    }

    private static String points(Sheet sheet) {
        var scored = sheet.scored();
        var possible = sheet.outline().possible();
        if (scored.isEmpty() || possible == 0) {
            return "";
        }
        var ranges = Math.min(RANGES, possible);
        var counts = new long[ranges];
        for (var row : scored) {
            var range = row.soFar().multiply(BigDecimal.valueOf(ranges)).intValue() / possible;
            counts[Math.min(ranges - 1, range)]++;
        }
        var bars = new ArrayList<Bars.Bar>();
        for (var i = 0; i < ranges; i++) {
            var label = range(i, ranges, possible);
            bars.add(new Bars.Bar(label, List.of(new Bars.Piece("part", "students", counts[i]))));
        }
        var waiting = scored.stream().anyMatch(row -> row.status() == Sheet.Status.NEEDS_REVIEW);
        var totals = tech.tablesaw.api.DoubleColumn.create(
                "points", scored.stream().map(row -> row.soFar().doubleValue()).toList());
        return "<section>\n<h2>Points</h2>\n<p>Median " + one(totals.median()) + ", mean " + one(totals.mean()) + " of "
                + possible + (waiting ? "; written answers without points count 0 here" : "") + ".</p>\n"
                + Bars.counts("Students by points", bars) + "</section>\n";
    }

    /** Of integer points: the least and the most that fall into a range. */
    private static String range(int index, int ranges, int possible) {
        var least = (index * possible + ranges - 1) / ranges;
        var most = index == ranges - 1 ? possible : ((index + 1) * possible + ranges - 1) / ranges - 1;
        return least == most ? Integer.toString(least) : least + "–" + most;
    }

    private static String questions(Sheet sheet) {
        var items = ItemAnalysis.of(sheet);
        var rows = new StringBuilder();
        for (var item : items) {
            rows.append("<tr><th scope=\"row\">")
                    .append(escape(label(item)))
                    .append("</th>")
                    .append(share(item.solved(), item))
                    .append(share(item.partly(), item))
                    .append(share(item.wrong(), item))
                    .append(share(item.blank(), item))
                    .append(number(item.share()))
                    .append(number(item.discrimination()))
                    .append("</tr>\n");
        }
        var bars = items.stream()
                .map(item -> new Bars.Bar(
                        label(item),
                        List.of(
                                new Bars.Piece("good", "solved", item.solved()),
                                new Bars.Piece("part", "partly solved", item.partly()),
                                new Bars.Piece("bad", "wrong", item.wrong()),
                                new Bars.Piece("open", "blank", item.blank()))))
                .toList();
        return "<section>\n<h2>Questions</h2>\n" + Bars.shares("Students by question and outcome", bars, LEGEND)
                + "<table>\n<caption>Share of students, mean share of the points (difficulty; low is hard), and correlation of"
                + " the question with all others (discrimination; below about 0.2, look at the question)</caption>\n<thead>"
                + "<tr><th scope=\"col\">Question</th><th scope=\"col\" class=\"n\">Solved</th>"
                + "<th scope=\"col\" class=\"n\">Partly</th><th scope=\"col\" class=\"n\">Wrong</th>"
                + "<th scope=\"col\" class=\"n\">Blank</th><th scope=\"col\" class=\"n\">Difficulty</th>"
                + "<th scope=\"col\" class=\"n\">Discrimination</th></tr></thead>\n<tbody>\n"
                + rows + "</tbody>\n</table>\n</section>\n";
    }

    private static String label(ItemAnalysis item) {
        return "(" + item.part().question() + ") " + item.part().title();
    }

    private static String share(long count, ItemAnalysis item) {
        var text = item.students() == 0 ? "n/a" : Math.round(100.0 * count / item.students()) + " %";
        return "<td class=\"n\">" + text + "</td>";
    }

    private static String number(OptionalDouble value) {
        return "<td class=\"n\">"
                + (value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "n/a") + "</td>";
    }

    private static String failures(Sheet sheet) {
        var byTest = new TreeMap<String, List<TestResult>>();
        for (var row : sheet.scored()) {
            row.result().orElseThrow().tests().stream()
                    .filter(test -> test.status() == TestResult.Status.FAILED)
                    .forEach(test -> byTest.computeIfAbsent(test.test(), key -> new ArrayList<>())
                            .add(test));
        }
        if (byTest.isEmpty()) {
            return "<section>\n<h2>Commonest failures</h2>\n<p>No test failed.</p>\n</section>\n";
        }
        var rows = new StringBuilder();
        byTest.values().stream()
                .sorted(Comparator.comparing((List<TestResult> failed) -> -failed.size()))
                .limit(MOST_FAILURES)
                .forEach(failed -> rows.append(failure(failed)));
        return "<section>\n<h2>Commonest failures</h2>\n<table>\n<caption>Tests by how many students fail them, with what was"
                + " found most often</caption>\n<thead><tr><th scope=\"col\" class=\"n\">Students</th>"
                + "<th scope=\"col\">Test</th><th scope=\"col\">Found</th></tr></thead>\n<tbody>\n"
                + rows + "</tbody>\n</table>\n</section>\n";
    }

    private static String failure(List<TestResult> failed) {
        var test = failed.get(0);
        var messages = new TreeMap<>(
                failed.stream().collect(Collectors.groupingBy(ClassReport::firstLine, Collectors.counting())));
        var commonest = messages.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return "<tr><td class=\"n\">" + failed.size() + "</td><th scope=\"row\">(" + escape(test.question()) + ") "
                + escape(test.title()) + (test.visible() ? "" : " <small>hidden</small>") + "</th><td>"
                + (test.visible()
                        ? "<code>" + escape(commonest) + "</code>"
                        : "<span class=\"soft\">see results/</span>")
                + "</td></tr>\n";
    }

    private static String firstLine(TestResult test) {
        var line = Page.withoutColours(test.message())
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return line.length() <= 160 ? line : line.substring(0, 160) + " …";
    }

    private static String times(Sheet sheet) {
        var results =
                sheet.rows().stream().flatMap(row -> row.result().stream()).toList();
        var rows = new StringBuilder();
        var kinds = new LinkedHashMap<String, ToLongFunction<GradedSubmission>>();
        kinds.put("From begin to end", result -> result.costs().wallMillis());
        kinds.put("Processor, grader", result -> result.costs().graderCpuMillis());
        kinds.put("Processor, students' code", result -> result.costs().studentCpuMillis());
        kinds.forEach((kind, millis) -> rows.append(time(
                kind,
                results.stream().mapToLong(millis).filter(time -> time > 0).toArray())));
        return "<section>\n<h2>Grading times</h2>\n<table>\n<caption>Seconds for each submission</caption>\n<thead><tr>"
                + "<th scope=\"col\">Time</th><th scope=\"col\" class=\"n\">Median</th><th scope=\"col\" class=\"n\">Longest"
                + "</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n</section>\n";
    }

    private static String time(String kind, long[] millis) {
        var measured = millis.length > 0;
        return "<tr><th scope=\"row\">" + kind + "</th><td class=\"n\">"
                + (measured ? seconds(LongColumn.create("time", millis).median()) : "not measured")
                + "</td><td class=\"n\">"
                + (measured ? seconds(Arrays.stream(millis).max().orElse(0)) : "not measured") + "</td></tr>\n";
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis / 1000);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
