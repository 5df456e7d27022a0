package org.tinybabel.grader.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tinybabel.grader.TestResult;
import tech.tablesaw.api.DoubleColumn;

/**
 * How a class did on one question.
 *
 * @param part the question
 * @param solved how many earned all points
 * @param partly how many earned some
 * @param wrong how many tried and earned none
 * @param blank how many left it blank
 * @param share the mean share of the points, between 0 and 1, which test theory calls difficulty; none without points
 * @param discrimination the corrected item–total correlation: Pearson's r between the points for this question and those for
 *     all others; none where it is not defined, such as when all have the same points
 */
public record ItemAnalysis(
        Outline.Part part,
        long solved,
        long partly,
        long wrong,
        long blank,
        OptionalDouble share,
        OptionalDouble discrimination) {

    /** With two students any correlation is 1 or −1, which says nothing. */
    private static final int FEWEST_FOR_CORRELATION = 3;

    private enum Answer {
        SOLVED,
        PARTLY,
        WRONG,
        BLANK
    }

    /**
     * Analyses every question.
     *
     * @param sheet the results
     * @return one analysis for each question; students without points for it are left out of it
     */
    public static List<ItemAnalysis> of(Sheet sheet) {
        return sheet.outline().parts().stream()
                .map(part -> of(
                        part,
                        sheet.scored().stream()
                                .filter(row -> row.points().containsKey(part.question()))
                                .toList()))
                .toList();
    }

    private static ItemAnalysis of(Outline.Part part, List<Sheet.Row> rows) {
        var answers = rows.stream().map(row -> answer(part, row)).toList();
        var points = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        for (var row : rows) {
            var earned = row.points().get(part.question());
            points.add(earned.doubleValue());
            others.add(row.soFar().subtract(earned).doubleValue());
        }
        return new ItemAnalysis(
                part,
                answers.stream().filter(Answer.SOLVED::equals).count(),
                answers.stream().filter(Answer.PARTLY::equals).count(),
                answers.stream().filter(Answer.WRONG::equals).count(),
                answers.stream().filter(Answer.BLANK::equals).count(),
                part.possible() == 0
                        ? OptionalDouble.empty()
                        : points.stream()
                                .mapToDouble(earned -> earned / part.possible())
                                .average(),
                correlation(points, others));
    }

    private static Answer answer(Outline.Part part, Sheet.Row row) {
        var earned = row.points().get(part.question());
        if (earned.compareTo(BigDecimal.valueOf(part.possible())) >= 0) {
            return Answer.SOLVED;
        }
        if (earned.signum() > 0) {
            return Answer.PARTLY;
        }
        var result = row.result().orElseThrow();
        var blank = part.written()
                ? result.written().stream()
                        .filter(answer -> answer.question().equals(part.question()))
                        .allMatch(answer -> answer.text().isBlank())
                : result.tests().stream()
                        .filter(test -> test.question().equals(part.question()))
                        .allMatch(test -> test.status() == TestResult.Status.NOT_SOLVED);
        return blank ? Answer.BLANK : Answer.WRONG;
    }

    private static OptionalDouble correlation(List<Double> points, List<Double> others) {
        if (points.size() < FEWEST_FOR_CORRELATION
                || points.stream().distinct().count() < 2
                || others.stream().distinct().count() < 2) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                DoubleColumn.create("question", points).pearsons(DoubleColumn.create("others", others)));
    }

    /**
     * How many have points for the question.
     *
     * @return the number of students
     */
    public long students() {
        return solved + partly + wrong + blank;
    }
}
