package org.tinybabel.grader;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells how much processor time each stage of grading takes, here and in the student's processes. */
final class StageMeter {

    private final Supplier<Duration> studentTime;
    private final Map<String, Costs.Stage> stages = new LinkedHashMap<>();
    private String current = "";
    private long grader = now();
    private long student;

    StageMeter(Supplier<Duration> studentTime) {
        this.studentTime = studentTime;
    }

    /** What follows belongs to a stage; what came since the last call belonged to the one before. */
    void enter(String stage) {
        var graderNow = now();
        var studentNow = studentTime.get().toMillis();
        if (!current.isEmpty()) {
            var spent = new Costs.Stage(current, graderNow - grader, studentNow - student);
            stages.merge(current, spent, Costs.Stage::plus);
        }
        current = stage;
        grader = graderNow;
        student = studentNow;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    /** The stages so far, in the order in which they came first. */
    List<Costs.Stage> stages() {
        enter(current);
        return List.copyOf(stages.values());
    }
}
