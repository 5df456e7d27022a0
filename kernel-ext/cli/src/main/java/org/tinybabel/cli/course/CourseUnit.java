package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.cli.lint.LessonText;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * A walk-through with its exercise, as a teacher plans with it.
 *
 * @param lesson what the walk-through says about itself
 * @param sections its sections in order
 * @param exercise what its exercise gives points for; empty if there is none
 */
public record CourseUnit(Lesson lesson, List<Section> sections, Optional<ExercisePoints> exercise) {

    /**
     * A section of a walk-through.
     *
     * @param heading its words
     * @param parts the headings in it
     * @param codeCells how many cells of it are run
     */
    public record Section(String heading, List<String> parts, int codeCells) {

        /**
         * Copies the list.
         *
         * @param heading its words
         * @param parts the headings in it
         * @param codeCells how many cells of it are run
         */
        public Section {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Copies the list.
     *
     * @param lesson what the walk-through says about itself
     * @param sections its sections in order
     * @param exercise what its exercise gives points for
     */
    public CourseUnit {
        sections = List.copyOf(sections);
    }

    /**
     * Reads a walk-through.
     *
     * @param id the file's name without its ending
     * @param notebook the walk-through
     * @param exercises the exercises there are; that of the same name belongs to it
     * @return the unit
     * @throws IllegalArgumentException if the notebook does not keep the lesson contract
     */
    public static CourseUnit of(String id, Notebook notebook, List<ExerciseTests> exercises) {
        return new CourseUnit(
                Lesson.of(id, notebook),
                sections(notebook),
                exercises.stream()
                        .filter(exercise -> exercise.id().equals(id))
                        .findFirst()
                        .map(ExercisePoints::of));
    }

    private static List<Section> sections(Notebook notebook) {
        var headings =
                LessonText.of(notebook).headings().stream().collect(Collectors.groupingBy(LessonText.Title::cell));
        var sections = new ArrayList<Section>();
        for (var cell : notebook.cells()) {
            for (var title : headings.getOrDefault(cell.id(), List.of())) {
                open(sections, title);
            }
            if (cell.type() == Cell.Type.CODE && !sections.isEmpty()) {
                var last = sections.remove(sections.size() - 1);
                sections.add(new Section(last.heading(), last.parts(), last.codeCells() + 1));
            }
        }
        return sections;
    }

    private static void open(List<Section> sections, LessonText.Title title) {
        if (title.level() == 2) {
            sections.add(new Section(title.words(), List.of(), 0));
        } else if (title.level() > 2 && !sections.isEmpty()) {
            var last = sections.remove(sections.size() - 1);
            var parts = new ArrayList<>(last.parts());
            parts.add(title.words());
            sections.add(new Section(last.heading(), parts, last.codeCells()));
        }
    }

    /**
     * The notebook's number and title.
     *
     * @return such as {@code 02 Cloned Languages}
     */
    public String name() {
        return lesson.number() + " " + lesson.title();
    }

    /**
     * A student's time for the walk-through alone.
     *
     * @return minutes to read it and to wait for it
     */
    public int walkThroughMinutes() {
        return lesson.minutes().read() + lesson.minutes().run();
    }
}
