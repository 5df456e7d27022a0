package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final RecordingHost host = new RecordingHost();
    private final AtomicLong clock = new AtomicLong(1_000);

    private Progress progress(long total) {
        return new Progress("Training", total, host, clock::get);
    }

    private void wait(int millis) {
        clock.addAndGet(millis * 1_000_000L);
    }

    @Test
    void showsItselfAtOnceAndThenUpdatesTheSameDisplay() {
        var progress = progress(10);
        wait(500);
        progress.step();

        assertThat(host.outputs).hasSize(2);
        assertThat(host.outputs.get(0).update()).isFalse();
        assertThat(host.outputs.get(1).update()).isTrue();
        assertThat(host.outputs.get(1).displayId())
                .isNotBlank()
                .isEqualTo(host.outputs.get(0).displayId());
    }

    @Test
    void updatesAtMostFourTimesASecond() {
        var progress = progress(10_000);
        for (var i = 0; i < 10_000; i++) {
            wait(1);
            progress.step();
        }

        assertThat(host.outputs).hasSizeBetween(35, 41);
    }

    @Test
    void estimatesTheTimeLeftFromTheStepsDone() {
        var progress = progress(40);
        wait(5_000);
        progress.step(10);

        assertThat(host.last().text()).isEqualTo("Training: 10 of 40, about 15 s left");
        assertThat(host.last().html()).contains("<progress max=\"40\" value=\"10\" aria-label=\"Training\">");
    }

    @Test
    void showsTheNote() {
        var progress = progress(2);
        wait(300);
        progress.note("loss 1.95");

        assertThat(host.last().text()).endsWith("(loss 1.95)");
    }

    @Test
    void leavesOnePlainLine() {
        try (var progress = progress(2)) {
            wait(150_000);
            progress.step(2);
        }

        assertThat(host.last().text()).isEqualTo("Training: 2 of 2 in 2 min 30 s");
        assertThat(host.last().html()).doesNotContain("<progress");
    }

    @Test
    void closingTwiceAndSteppingAfterwardsShowNothingNew() {
        var progress = progress(2);
        progress.close();
        wait(1_000);
        progress.close();
        progress.step();

        assertThat(host.outputs).hasSize(2);
    }

    @Test
    void aBudgetStopsItAndItSaysSo() {
        try (var progress = progress(100).budget(2)) {
            while (progress.goesOn()) {
                wait(300);
                progress.step();
            }
            assertThat(host.last().text()).endsWith("left, stops after 2.0 s");
        }

        assertThat(host.last().text()).isEqualTo("Training: 7 of 100 in 2.1 s, stopped at its budget of 2.0 s");
    }

    @Test
    void workThatIsDoneInTimeIsNotStopped() {
        try (var progress = progress(3).budget(2)) {
            while (progress.goesOn()) {
                wait(100);
                progress.step();
            }
            wait(5_000);
            assertThat(progress.goesOn()).isFalse();
        }

        assertThat(host.last().text()).isEqualTo("Training: 3 of 3 in 5.3 s");
    }

    @Test
    void rejectsTotalsAndStepsThatMakeNoSense() {
        assertThatThrownBy(() -> progress(0)).hasMessageContaining("at least 1 step, got 0");
        assertThatThrownBy(() -> progress(5).budget(0)).hasMessageContaining("more than 0 seconds, got 0.0");
        assertThatThrownBy(() -> progress(5).step(-1)).hasMessageContaining("at least 0, got -1");
    }
}
