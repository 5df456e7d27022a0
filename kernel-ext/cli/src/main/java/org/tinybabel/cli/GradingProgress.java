package org.tinybabel.cli;

import java.util.function.Consumer;
import org.tinybabel.grader.GradedSubmission;

/** A line for each graded submission, with the time that is left. */
final class GradingProgress {

    private final int total;
    private final Consumer<String> messages;
    private final TimeLeft time = new TimeLeft();
    private int done;

    GradingProgress(int total, Consumer<String> messages) {
        this.total = total;
        this.messages = messages;
    }

    void graded(GradedSubmission result) {
        done++;
        var grade = result.graded() ? result.earned() + " of " + result.possible() : "not graded: " + result.reason();
        messages.accept(
                "[" + done + "/" + total + "] " + result.student() + ": " + grade + time.left((double) done / total));
    }
}
