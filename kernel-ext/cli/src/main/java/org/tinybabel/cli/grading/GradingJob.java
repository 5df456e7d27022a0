package org.tinybabel.cli.grading;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.tinybabel.grader.Submission;

/**
 * One submission to be graded.
 *
 * @param submission whose it is
 * @param notebook the bytes of the file, in base 64
 * @param seed the seed of the inputs and the order of hidden tests
 * @param leftOut code cells, from 1, that must not be compiled, and why
 */
record GradingJob(Submission submission, String notebook, long seed, Map<Integer, String> leftOut) {

    static GradingJob of(Submission submission, byte[] notebook, long seed) {
        return new GradingJob(submission, Base64.getEncoder().encodeToString(notebook), seed, Map.of());
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(notebook);
    }

    GradingJob without(int cell, String why) {
        var all = new TreeMap<>(leftOut);
        all.put(cell, why);
        return new GradingJob(submission, notebook, seed, all);
    }
}
