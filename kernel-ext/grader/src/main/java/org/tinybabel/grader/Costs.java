package org.tinybabel.grader;

/**
 * What grading a submission cost. It differs from run to run and never influences points.
 *
 * @param graderCpuMillis processor time of the grader itself, in milliseconds
 * @param studentCpuMillis processor time of the student's processes, in milliseconds
 * @param wallMillis time from begin to end, in milliseconds
 * @param processes how many processes were started for the student's code
 */
public record Costs(long graderCpuMillis, long studentCpuMillis, long wallMillis, int processes) {

    /** Nothing ran, or nothing was measured. */
    public static final Costs NONE = new Costs(0, 0, 0, 0);
}
