package org.tinybabel.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.display.Interval;

/**
 * Puts what a notebook found next to what its paper and the reference prototype found.
 *
 * <p>The text that is written by hand holds a table with the columns {@code claim | measure | paper | reference | why they differ}. Its
 * rows get the notebook's number and verdict, and whether number and reference agree: their intervals overlap, and either their
 * means have the same sign or both intervals contain 0.
 */
public final class FidelityPage {

    private static final String HEADER = "| claim | measure | paper | reference | why they differ |";
    private static final Pattern REFERENCE = Pattern.compile("(-?[0-9.]+) \\[(-?[0-9.]+), (-?[0-9.]+)]");

    /**
     * A row of the table.
     *
     * @param claim its id, such as {@code C1}
     * @param measure what its numbers measure
     * @param paper the paper's number or words
     * @param reference the prototype's number, if it measured one
     * @param here the notebook's number
     * @param verdict the notebook's verdict
     * @param why why reference and notebook differ; blank if they do not
     */
    public record Row(
            String claim,
            String measure,
            String paper,
            Optional<Interval> reference,
            Optional<Interval> here,
            String verdict,
            String why) {

        /**
         * Whether the notebook agrees with the reference.
         *
         * @return empty if one of them has no number
         */
        public Optional<Boolean> agrees() {
            return reference.flatMap(then -> here.map(now -> {
                var overlap = then.low() <= now.high() && now.low() <= then.high();
                var undecided = then.contains(0) && now.contains(0);
                return overlap && (undecided || Math.signum(then.mean()) == Math.signum(now.mean()));
            }));
        }

        private String markdown() {
            return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            claim,
                            measure,
                            paper,
                            reference.map(Interval::toString).orElse("not measured"),
                            here.map(Interval::toString).orElse("no number"),
                            agrees().map(yes -> yes ? "yes" : "**no**").orElse("–"),
                            verdict,
                            why);
        }
    }

    private FidelityPage() {}

    /**
     * Reads the table and adds the notebook's numbers.
     *
     * @param text what was written by hand, in Markdown
     * @param verdicts what the notebook found
     * @return one row per claim
     * @throws IllegalArgumentException if there is no such table, or its claims are not the notebook's; the message says which
     */
    public static List<Row> rows(String text, Verdicts verdicts) {
        var lines = text.lines().toList();
        var header = lines.indexOf(HEADER);
        if (header < 0) {
            throw new IllegalArgumentException("there is no table with the columns " + HEADER);
        }
        var rows = lines.stream()
                .skip(header + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> row(line, verdicts.byClaim()))
                .toList();
        var written = rows.stream().map(Row::claim).toList();
        var found = new ArrayList<>(verdicts.byClaim().keySet());
        if (!written.equals(found)) {
            throw new IllegalArgumentException("the table has the claims " + written + ", the notebook " + found);
        }
        return rows;
    }

    private static Row row(String line, Map<String, Verdicts.Entry> verdicts) {
        var cells = line.split("\\|", -1);
        if (cells.length != 7) {
            throw new IllegalArgumentException("a row needs five cells: " + line);
        }
        var claim = cells[1].strip();
        var entry = Optional.ofNullable(verdicts.get(claim));
        return new Row(
                claim,
                cells[2].strip(),
                cells[3].strip(),
                reference(cells[4].strip()),
                entry.flatMap(FidelityPage::interval),
                entry.map(Verdicts.Entry::verdict).orElse(""),
                cells[5].strip());
    }

    private static Optional<Interval> reference(String cell) {
        if (cell.equals("not measured")) {
            return Optional.empty();
        }
        var number = REFERENCE.matcher(cell);
        if (!number.matches()) {
            throw new IllegalArgumentException(
                    "a reference is a mean with its interval, such as 0.1 [0.05, 0.2], or \"not measured\", got "
                            + cell);
        }
        return Optional.of(new Interval(
                Double.parseDouble(number.group(1)),
                Double.parseDouble(number.group(2)),
                Double.parseDouble(number.group(3))));
    }

    private static Optional<Interval> interval(Verdicts.Entry entry) {
        return entry.mean()
                .map(mean -> new Interval(
                        mean, entry.low().orElse(mean), entry.high().orElse(mean)));
    }

    /**
     * The text with the whole table.
     *
     * @param text what was written by hand, in Markdown
     * @param verdicts what the notebook found
     * @return Markdown
     * @throws IllegalArgumentException as {@link #rows}
     */
    public static String markdown(String text, Verdicts verdicts) {
        var rows = rows(text, verdicts);
        var lines = new ArrayList<>(text.lines().toList());
        var header = lines.indexOf(HEADER);
        lines.subList(header, header + 2 + rows.size()).clear();
        lines.add(header, "| claim | measure | paper | reference | here | agree | verdict | why they differ |");
        lines.add(header + 1, "|---|---|---|---|---|---|---|---|");
        for (var i = 0; i < rows.size(); i++) {
            lines.add(header + 2 + i, rows.get(i).markdown());
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * The text with the whole table, as a page that needs nothing but a browser.
     *
     * @param text what was written by hand, in Markdown
     * @param verdicts what the notebook found
     * @return the HTML document
     * @throws IllegalArgumentException as {@link #rows}
     */
    public static String html(String text, Verdicts verdicts) {
        var markdown = markdown(text, verdicts);
        var title = markdown.lines().findFirst().orElse("Fidelity").replaceFirst("^#\\s*", "");
        return NotebookPage.render(markdown, title);
    }
}
