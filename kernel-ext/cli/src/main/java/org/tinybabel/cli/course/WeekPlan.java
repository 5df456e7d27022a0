package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which notebook is read in which week.
 *
 * @param weeks how long the course is
 * @param workload what a week may ask of a student
 * @param taught what each week holds; shorter than the course if nothing is left for the last weeks
 * @param leftOut what the course has no room for, in the order of teaching
 */
public record WeekPlan(int weeks, Workload workload, List<List<Block>> taught, List<LeftOut> leftOut) {

    /**
     * The most that a week may ask of a student.
     *
     * @param inClass minutes in class
     * @param atHome minutes at home
     */
    public record Workload(int inClass, int atHome) {

        /**
         * All of it.
         *
         * @return the sum
         */
        public int total() {
            return inClass + atHome;
        }
    }

    /** What of a notebook a week holds. */
    public enum Part {
        /** The walk-through and its exercise. */
        WHOLE,
        /** The walk-through alone; its exercise comes next. */
        WALK_THROUGH,
        /** The exercise alone; its walk-through came before. */
        EXERCISE
    }

    /**
     * A notebook, or a part of one, in a week.
     *
     * @param unit the notebook
     * @param part what of it
     */
    public record Block(CourseUnit unit, Part part) {

        /**
         * A student's time.
         *
         * @return minutes
         */
        public int minutes() {
            return switch (part) {
                case WHOLE -> unit.lesson().minutes().total();
                case WALK_THROUGH -> unit.walkThroughMinutes();
                case EXERCISE -> unit.lesson().minutes().exercise();
            };
        }
    }

    /**
     * A notebook for which there is no room.
     *
     * @param unit the notebook
     * @param needs the prerequisite that is left out too; empty if it is a matter of time
     */
    public record LeftOut(CourseUnit unit, Optional<CourseUnit> needs) {}

    /**
     * Plans a course.
     *
     * <p>Notebooks are put into the order of their prerequisites. Each is taken, in that order, if those that it needs are taken
     * and if all that is taken still fits into the weeks without one that is fuller than the workload allows. Then
     * {@link BalancedWeeks} cuts the list. A notebook that is longer than a week takes two: the walk-through, then the exercise;
     * so does every notebook that takes longer than a class where there are more weeks than notebooks.
     *
     * @param units the notebooks, in any order
     * @param weeks how long the course is, 1 or more
     * @param workload what a week may ask of a student
     * @return the plan
     * @throws IllegalArgumentException if the prerequisites have no order
     */
    public static WeekPlan of(List<CourseUnit> units, int weeks, Workload workload) {
        var taken = new ArrayList<CourseUnit>();
        var leftOut = new ArrayList<LeftOut>();
        var missing = new HashSet<CourseUnit>();
        for (var unit : TeachingOrder.of(units)) {
            var needs = missing.stream()
                    .filter(other -> unit.lesson()
                            .prerequisites()
                            .contains(other.lesson().number()))
                    .min((one, other) -> one.name().compareTo(other.name()));
            taken.add(unit);
            if (needs.isPresent() || !fits(taken, weeks, workload)) {
                taken.remove(unit);
                missing.add(unit);
                leftOut.add(new LeftOut(unit, needs));
            }
        }
        var blocks = blocks(taken, taken.size() < weeks ? workload.inClass() : workload.total());
        return new WeekPlan(weeks, workload, BalancedWeeks.of(blocks, Block::minutes, weeks), leftOut);
    }

    private static boolean fits(List<CourseUnit> taken, int weeks, Workload workload) {
        var durations = blocks(taken, workload.total()).stream()
                .mapToInt(Block::minutes)
                .toArray();
        return BalancedWeeks.weeksNeeded(durations, workload.total()) <= weeks;
    }

    /** One block for each notebook, two for each that takes longer than the given minutes. */
    private static List<Block> blocks(List<CourseUnit> units, int longest) {
        var blocks = new ArrayList<Block>();
        for (var unit : units) {
            if (unit.lesson().minutes().total() <= longest) {
                blocks.add(new Block(unit, Part.WHOLE));
            } else {
                blocks.add(new Block(unit, Part.WALK_THROUGH));
                blocks.add(new Block(unit, Part.EXERCISE));
            }
        }
        return blocks;
    }

    /**
     * The notebooks that are read.
     *
     * @return each once, in the order of teaching
     */
    public List<CourseUnit> read() {
        return taught.stream().flatMap(List::stream).map(Block::unit).distinct().toList();
    }

    /**
     * How long the fullest week takes a student.
     *
     * @return minutes
     */
    public int heaviest() {
        return taught.stream().mapToInt(WeekPlan::minutes).max().orElse(0);
    }

    /**
     * How long a week takes a student.
     *
     * @param week what it holds
     * @return minutes
     */
    public static int minutes(List<Block> week) {
        return week.stream().mapToInt(Block::minutes).sum();
    }

    /**
     * The exercises that are due at the end of a week.
     *
     * @param week what it holds
     * @return those whose exercise is worked on in it
     */
    public static List<ExercisePoints> due(List<Block> week) {
        return week.stream()
                .filter(block -> block.part() != Part.WALK_THROUGH)
                .flatMap(block -> block.unit().exercise().stream())
                .toList();
    }
}
