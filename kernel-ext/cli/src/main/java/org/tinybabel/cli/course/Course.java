package org.tinybabel.cli.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinybabel.cli.Kit;
import org.tinybabel.cli.NamedNotebooks;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.solutions.Solutions;
import tech.tablesaw.api.Table;

/** The course package: everything a teacher plans with, made from the metadata of notebooks and exercises. */
public final class Course {

    /** How many weeks the courses are that there are syllabi for. */
    public static final List<Integer> WEEKS = List.of(6, 10, 14);

    /** What a week may ask of a student: one lesson, and twice as long at home. */
    public static final WeekPlan.Workload WORKLOAD = new WeekPlan.Workload(Slots.LESSON, 2 * Slots.LESSON);

    private Course() {}

    /**
     * The course package of a kit.
     *
     * @param kit the kit
     * @return its documents
     * @throws IllegalArgumentException if a notebook does not keep the lesson contract
     */
    public static List<Document> documents(Kit kit) {
        var papers = Table.read().csv(Datasets.open("papers")).rowCount();
        return documents(kit.allNotebooks().stream().map(Course::unit).toList(), papers);
    }

    private static CourseUnit unit(Path file) {
        return CourseUnit.of(NamedNotebooks.name(file), NamedNotebooks.read(file), Solutions.exercises());
    }

    /**
     * The course package for some notebooks.
     *
     * @param units the notebooks with their exercises, in any order
     * @param papers how many papers the kit is to have notebooks of
     * @return a syllabus for each of {@link #WEEKS}, a lesson plan for each notebook, the points, the columns for learning
     *     platforms; the same notebooks always make the same documents
     * @throws IllegalArgumentException if the prerequisites have no order
     */
    public static List<Document> documents(List<CourseUnit> units, int papers) {
        var ordered = TeachingOrder.of(units);
        Map<String, CourseUnit> byNumber =
                ordered.stream().collect(Collectors.toMap(unit -> unit.lesson().number(), Function.identity()));
        var exercises =
                ordered.stream().flatMap(unit -> unit.exercise().stream()).toList();
        var documents = new ArrayList<Document>();
        WEEKS.forEach(weeks ->
                documents.add(new Syllabus(WeekPlan.of(ordered, weeks, WORKLOAD), ordered, papers).document()));
        ordered.forEach(unit -> documents.add(new LessonPlan(unit, byNumber).document()));
        documents.add(new PointsScheme(exercises).document());
        documents.add(new LmsColumns(exercises).document());
        return documents;
    }
}
