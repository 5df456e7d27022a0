package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LivePlotTest {

    private final RecordingHost host = new RecordingHost();
    private final AtomicLong clock = new AtomicLong();
    private final LivePlot plot = new LivePlot("Training", "step", "loss (nats)", host, clock::get);

    @Test
    void redrawsOneDisplayAtMostTwiceASecond() {
        for (var step = 0; step < 500; step++) {
            clock.addAndGet(10_000_000);
            plot.add("loss", step, 1.0 / (step + 1));
        }

        assertThat(host.outputs).hasSizeBetween(9, 11);
        assertThat(host.outputs.stream().map(RecordingHost.Shown::displayId).distinct())
                .hasSize(1);
        assertThat(host.outputs.stream().skip(1)).allMatch(RecordingHost.Shown::update);
    }

    @Test
    void waitsForASecondPointUnlessItIsClosed() {
        plot.add("loss", 0, 4);
        assertThat(host.outputs).isEmpty();
        plot.add("loss", 1, 2);
        assertThat(host.outputs).hasSize(1);

        var other = new LivePlot("One", "step", "loss", host, clock::get);
        other.add("loss", 0, 4).close();
        assertThat(host.last().text()).startsWith("Line chart: One.");
    }

    @Test
    void closingDrawsTheFinalStateWithItsData() {
        plot.add("loss", 0, 4).add("loss", 1, 2);
        plot.close();

        assertThat(host.last().html()).contains("<details>");
        assertThat(host.last().bundle().data()).containsKey("image/png");
        assertThat(host.last().text()).startsWith("Line chart: Training.").contains("begins at 4 and ends at 2");
    }

    @Test
    void comparesWithReferenceLines() {
        plot.reference("bigram model", 3).add("loss", 0, 4).add("loss", 1, 2);

        assertThat(ChartReading.of(plot.chart()).text()).contains("“bigram model” at 3. “loss” crosses it near 1.");
    }

    @Test
    void valuesThatAreNoNumbersAreLeftOut() {
        plot.add("loss", 0, 4)
                .add("loss", 1, Double.NaN)
                .add("loss", 2, Double.POSITIVE_INFINITY)
                .add("loss", 3, 2);

        assertThat(plot.chart().getSeries("loss").getXData()).containsExactly(0, 3);
    }

    @Test
    void aLongCurveIsDrawnWithAsManyPointsAsAScreenShows() {
        for (var step = 0; step <= 10_000; step++) {
            plot.add("loss", step, step);
        }

        var xs = ChartReading.of(plot.chart()).tables().get(0).doubleColumn("step");
        assertThat(plot.chart().getSeries("loss").getXData()).hasSizeLessThan(410);
        assertThat(xs.get(0)).isZero();
        assertThat(xs.max()).isEqualTo(10_000);
    }

    @Test
    void aPlotWithoutPointsShowsNothing() {
        plot.close();

        assertThat(host.outputs).isEmpty();
        assertThatThrownBy(plot::chart).hasMessageContaining("no points yet");
    }

    @Test
    void aClosedPlotTakesNoMorePoints() {
        plot.add("loss", 0, 1);
        plot.close();

        assertThatThrownBy(() -> plot.add("loss", 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Training' is closed");
    }
}
