package org.tinybabel.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.tinybabel.grader.GradedSubmission;

/** A line for each graded submission, with the time that is left. */
final class GradingProgress {

    private final int total;
    private final Consumer<String> messages;
    private final Instant begin = Instant.now();
    private int done;

    GradingProgress(int total, Consumer<String> messages) {
        this.total = total;
        this.messages = messages;
    }

    void graded(GradedSubmission result) {
        done++;
        var grade = result.graded() ? result.earned() + " of " + result.possible() : "not graded: " + result.reason();
        messages.accept("[" + done + "/" + total + "] " + result.student() + ": " + grade + left());
    }

    private String left() {
        var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0 / done * (total - done);
        if (seconds < 5) {
            return "";
        }
        return seconds < 90
                ? String.format(" (about %d s left)", Math.round(seconds))
                : String.format(" (about %d min left)", Math.round(seconds / 60));
    }
}
