package org.tinybabel.cli.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tinybabel.cli.TimeLeft;
import org.tinybabel.lab.scaling.ScalingGrid;

/** A line for each trained unit, and now and then one in between, with the time that is left. */
final class SweepProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);

    private final int units;
    private final double total;
    private final Consumer<String> messages;
    private final TimeLeft time = new TimeLeft();
    private double done;
    private int trained;
    private Instant lastLine = Instant.now();

    SweepProgress(ScalingGrid grid, List<SweepUnit> units, Consumer<String> messages) {
        this.units = units.size();
        var steps = grid.checkpoints().get(grid.checkpoints().size() - 1);
        this.total = steps * units.stream().mapToDouble(SweepUnit::stepCost).sum();
        this.messages = messages;
    }

    /** Called from the threads that train. */
    synchronized void step(SweepUnit unit) {
        done += unit.stepCost();
        if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) > 0) {
            say(Math.round(100 * share()) + " % of all steps");
        }
    }

    synchronized void trained(SweepUnit unit) {
        trained++;
        var models = unit.size().mixtures().size();
        say(unit + ": " + models + (models == 1 ? " model" : " models"));
    }

    private void say(String what) {
        lastLine = Instant.now();
        messages.accept("[" + trained + "/" + units + "] " + what + time.left(share()));
    }

    private double share() {
        return Math.min(1, done / total);
    }
}
