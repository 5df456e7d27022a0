package org.tinybabel.grader;

import java.util.function.Function;

/**
 * A notebook whose cells have run, ready to be graded with one more cell at a time. What a cell has declared is taken back
 * after its tests. Where that is not possible, because it did more than declare methods or has ended its process, the next
 * one finds a new process, in which the notebook has run anew.
 *
 * <p>What called methods have left in variables of the notebook stays. Whoever needs to know compares with
 * {@link TopToBottom}.
 */
public final class OpenNotebook implements AutoCloseable {

    private final NotebookRun run;
    private final Function<String, GradedSubmission> tests;

    OpenNotebook(NotebookRun run, Function<String, GradedSubmission> tests) {
        this.run = run;
        this.tests = tests;
    }

    /**
     * Grades the notebook with one more cell.
     *
     * @param name what messages call it
     * @param source the code of the cell, whose declarations replace earlier ones; blank for the notebook as it is
     * @return the result, as if the whole notebook had been graded
     * @throws InfrastructureFailure if no process can be started
     */
    public GradedSubmission grade(String name, String source) {
        run.append(source);
        try {
            return tests.apply(name);
        } finally {
            run.takeBack();
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
