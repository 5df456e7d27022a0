package org.tinybabel.grader;

import java.util.List;

/**
 * What grading a submission cost. It differs from run to run and never influences points.
 *
 * @param graderCpuMillis processor time of the grader itself, in milliseconds
 * @param studentCpuMillis processor time of the student's processes, in milliseconds
 * @param wallMillis time from begin to end, in milliseconds
 * @param processes how many processes were started for the student's code
 * @param stages where the processor time went
 */
public record Costs(long graderCpuMillis, long studentCpuMillis, long wallMillis, int processes, List<Stage> stages) {

    /** Nothing ran, or nothing was measured. */
    public static final Costs NONE = new Costs(0, 0, 0, 0);

    /**
     * Copies the list.
     *
     * @param graderCpuMillis processor time of the grader itself, in milliseconds
     * @param studentCpuMillis processor time of the student's processes, in milliseconds
     * @param wallMillis time from begin to end, in milliseconds
     * @param processes how many processes were started for the student's code
     * @param stages where the processor time went
     */
    public Costs {
        // Results that were stored before there were stages lack them.
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /**
     * Costs of which only the sums are known.
     *
     * @param graderCpuMillis processor time of the grader itself, in milliseconds
     * @param studentCpuMillis processor time of the student's processes, in milliseconds
     * @param wallMillis time from begin to end, in milliseconds
     * @param processes how many processes were started for the student's code
     */
    public Costs(long graderCpuMillis, long studentCpuMillis, long wallMillis, int processes) {
        this(graderCpuMillis, studentCpuMillis, wallMillis, processes, List.of());
    }

    /**
     * One part of the work.
     *
     * @param name {@code start} of the process and the compiler, {@code cells}, {@code binding} of the methods, or
     *     {@code tests}
     * @param graderCpuMillis processor time of the grader itself, in milliseconds
     * @param studentCpuMillis processor time of the student's processes, in milliseconds
     */
    public record Stage(String name, long graderCpuMillis, long studentCpuMillis) {

        Stage plus(Stage other) {
            return new Stage(name, graderCpuMillis + other.graderCpuMillis, studentCpuMillis + other.studentCpuMillis);
        }
    }
}
