package org.tinybabel.cli.course;

/**
 * The minutes of a lesson of {@value #LESSON}.
 *
 * @param question for the question and the prediction
 * @param setUp for the set-up
 * @param run to run the experiment and look at what comes out
 * @param exercise for the exercise
 * @param verdicts to discuss the verdicts
 * @param quiz for the quiz
 */
record Slots(int question, int setUp, int run, int exercise, int verdicts, int quiz) {

    /** How long a lesson is. */
    static final int LESSON = 90;

    /** Looking takes at least this long, beside the waiting. */
    static final int LOOKING = 5;

    private static final Slots USUAL = new Slots(10, 15, 20, 25, 15, 5);
    private static final Slots SHORTEST = new Slots(5, 8, 20, 10, 10, 5);

    /**
     * The minutes for a notebook. An experiment that takes longer than usual takes its time first from the exercise, which can
     * be done at home, then from the set-up, the verdicts and the question, as far as these can be shortened.
     *
     * @param running how many minutes the experiment runs
     * @return slots that add up to {@link #LESSON}
     */
    static Slots forRun(int running) {
        var extra = Math.max(0, running + LOOKING - USUAL.run);
        var exercise = Math.max(SHORTEST.exercise, USUAL.exercise - extra);
        extra -= USUAL.exercise - exercise;
        var setUp = Math.max(SHORTEST.setUp, USUAL.setUp - extra);
        extra -= USUAL.setUp - setUp;
        var verdicts = Math.max(SHORTEST.verdicts, USUAL.verdicts - extra);
        extra -= USUAL.verdicts - verdicts;
        var question = Math.max(SHORTEST.question, USUAL.question - extra);
        var run = LESSON - question - setUp - exercise - verdicts - USUAL.quiz;
        return new Slots(question, setUp, run, exercise, verdicts, USUAL.quiz);
    }

    /**
     * Whether the experiment can be run in class.
     *
     * @param running how many minutes it runs
     * @return whether it ends in time to be looked at
     */
    boolean hasTimeFor(int running) {
        return running + LOOKING <= run;
    }

    int total() {
        return question + setUp + run + exercise + verdicts + quiz;
    }
}
