package org.tinybabel.grader.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The teacher's points and comments for written answers, as they stand in {@code manual.csv}. */
public final class ManualGrades {

    /** The name of the file in an output folder. */
    public static final String FILE = "manual.csv";

    private static final List<String> COLUMNS =
            List.of("student", "question", "title", "answer", "possible", "points", "comment");
    private static final List<String> REQUIRED = List.of("student", "question", "points", "comment");

    private record Key(String student, String question) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byStudent = student.compareTo(other.student);
            return byStudent != 0 ? byStudent : question.compareTo(other.question);
        }
    }

    private final Map<Key, ManualGrade> grades = new TreeMap<>();

    private ManualGrades() {}

    /**
     * No points and no comments.
     *
     * @return an empty collection
     */
    public static ManualGrades none() {
        return new ManualGrades();
    }

    /**
     * Reads the entries of an earlier run, which must not be lost, whomever they are about.
     *
     * @param file a {@code manual.csv}, or a file that is not there
     * @param outline the exercise
     * @return the entries; none if there is no file
     * @throws UnusableFile if the file is there and is not such a table, or holds points that cannot be earned; the message
     *     names the row and the value
     * @throws IOException if the file cannot be read
     */
    public static ManualGrades readIfThere(Path file, Outline outline) throws IOException {
        var table = CsvFile.readIfThere(file, REQUIRED);
        var read = new ManualGrades();
        if (table.isPresent()) {
            for (var row : table.get().rows()) {
                checkPoints(table.get(), row, outline);
            }
            read.addAll(table.get());
        }
        return read;
    }

    /**
     * Reads the entries that a teacher hands in.
     *
     * @param file a {@code manual.csv}, as a spreadsheet writes it
     * @param outline the exercise
     * @param students the students that there are
     * @return the entries
     * @throws UnusableFile if the file is not such a table, or names an unknown student or question, or points that cannot be
     *     earned; the message names the row and the value
     * @throws IOException if the file cannot be read
     */
    public static ManualGrades read(Path file, Outline outline, Collection<String> students) throws IOException {
        var table = CsvFile.read(file, REQUIRED);
        for (var row : table.rows()) {
            check(table, row, outline, students);
        }
        var read = new ManualGrades();
        read.addAll(table);
        return read;
    }

    private static void check(CsvFile table, CsvFile.Row row, Outline outline, Collection<String> students)
            throws UnusableFile {
        var student = row.get("student").strip();
        var question = row.get("question").strip();
        var points = points(table, row);
        if (points.isEmpty() && row.get("comment").isBlank()) {
            return;
        }
        if (!students.contains(student)) {
            throw wrong(table, row, "there is no result of a student \"" + student + "\"");
        }
        if (outline.written(question).isEmpty()) {
            var known = outline.written().stream().map(Outline.Part::question).toList();
            throw wrong(
                    table,
                    row,
                    "the exercise has no written question \"" + question + "\"; it has "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
        checkPoints(table, row, outline);
    }

    private static void checkPoints(CsvFile table, CsvFile.Row row, Outline outline) throws UnusableFile {
        var part = outline.written(row.get("question").strip());
        var points = points(table, row);
        if (part.isPresent() && points.isPresent()) {
            var possible = part.get().possible();
            if (points.get().compareTo(BigDecimal.valueOf(possible)) > 0) {
                throw wrong(
                        table,
                        row,
                        "points must be between 0 and " + possible + ", got "
                                + row.get("points").strip());
            }
        }
    }

    private static Optional<BigDecimal> points(CsvFile table, CsvFile.Row row) throws UnusableFile {
        var text = row.get("points").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,6}([.,]\\d{0,6})?")) {
            throw wrong(
                    table, row, "points must be a number that is not negative, such as 2 or 1.5, got \"" + text + "\"");
        }
        return Optional.of(new BigDecimal(text.replace(',', '.').replaceFirst("\\.$", "")));
    }

    private static UnusableFile wrong(CsvFile table, CsvFile.Row row, String what) {
        return new UnusableFile(table.name() + ", row " + row.number() + " (student " + row.get("student")
                + ", question " + row.get("question") + "): " + what + ".");
    }

    private void addAll(CsvFile table) throws UnusableFile {
        for (var row : table.rows()) {
            var grade = new ManualGrade(
                    row.get("student").strip(),
                    row.get("question").strip(),
                    row.get("title"),
                    table.header().contains("answer") ? Optional.of(row.get("answer")) : Optional.empty(),
                    row.get("possible"),
                    points(table, row),
                    row.get("comment").strip());
            var before = grades.put(new Key(grade.student(), grade.question()), grade);
            if (before != null && before.filled() && !before.equals(grade)) {
                throw wrong(table, row, "there is another row of this student and question; leave one of them");
            }
        }
    }

    /**
     * These entries over earlier ones: an empty cell here takes nothing away there.
     *
     * @param earlier the entries of an earlier run
     * @return all entries
     */
    public ManualGrades over(ManualGrades earlier) {
        var all = new ManualGrades();
        all.grades.putAll(earlier.grades);
        grades.forEach((key, grade) -> all.grades.merge(key, grade, (before, now) -> now.over(before)));
        return all;
    }

    /**
     * What the teacher says about an answer.
     *
     * @param student the student's id
     * @param question the question's name
     * @return the entry, if the teacher has filled it in
     */
    public Optional<ManualGrade> of(String student, String question) {
        return Optional.ofNullable(grades.get(new Key(student, question))).filter(ManualGrade::filled);
    }

    /**
     * The file for the teacher to fill in: one row for each student and written question, with what is filled in already, and
     * the filled rows of students who are not in this sheet.
     *
     * @param sheet the results
     * @return CSV with a byte order mark, which spreadsheets need to know UTF-8
     */
    String csv(Sheet sheet) {
        var rows = new TreeMap<Key, List<String>>();
        grades.forEach((key, grade) -> {
            if (grade.filled()) {
                rows.put(key, cells(grade));
            }
        });
        for (var row : sheet.rows()) {
            row.result().filter(result -> row.status() != Sheet.Status.ERROR).ifPresent(result -> result.written()
                    .forEach(answer -> rows.put(
                            new Key(row.student(), answer.question()),
                            cells(new ManualGrade(
                                    row.student(),
                                    answer.question(),
                                    answer.title(),
                                    Optional.of(answer.text()),
                                    Integer.toString(answer.points()),
                                    of(row.student(), answer.question()).flatMap(ManualGrade::points),
                                    of(row.student(), answer.question())
                                            .map(ManualGrade::comment)
                                            .orElse(""))))));
        }
        var text = new StringBuilder("\uFEFF").append(CsvText.line(COLUMNS));
        rows.values().forEach(cells -> text.append(CsvText.line(cells)));
        return text.toString();
    }

    private static List<String> cells(ManualGrade grade) {
        var cells = new ArrayList<String>();
        cells.add(CsvText.guarded(grade.student()));
        cells.add(grade.question());
        cells.add(CsvText.guarded(grade.title()));
        cells.add(CsvText.guarded(grade.answer().orElse("")));
        cells.add(grade.possible());
        cells.add(grade.points().map(Sheet::number).orElse(""));
        cells.add(CsvText.guarded(grade.comment()));
        return cells;
    }
}
