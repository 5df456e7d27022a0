package org.tinybabel.display;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader expects of a claim, with how sure they are, before the data. */
sealed interface Prediction {

    /** How sure, in per cent. */
    int confidence();

    /** Whether it came true; empty if the finding says nothing about it. */
    Optional<Boolean> right(Claims.Finding finding);

    /** Such as {@code holds}. */
    String words();

    /**
     * That the claim will earn its ✓, that it will not, or which verdict exactly it will get.
     *
     * @param words what the reader said
     * @param verdicts the verdicts that make it right
     * @param confidence how sure the reader is, in per cent
     */
    record Outcome(String words, Set<Verdict> verdicts, int confidence) implements Prediction {

        /** Someone less sure than that would say the opposite. */
        static final int LEAST_CONFIDENCE = 50;

        /** Among four verdicts, this is what guessing earns. */
        private static final int LEAST_CONFIDENCE_IN_ONE = 25;

        static final String HOLDS = "holds";
        static final String FAILS = "fails";

        private static final Set<Verdict> SUCCESSES = EnumSet.copyOf(
                Arrays.stream(Verdict.values()).filter(Verdict::succeeds).toList());

        private static final Set<Verdict> FAILURES = EnumSet.of(
                Verdict.CONTRADICTED,
                Verdict.DOES_NOT_HOLD,
                Verdict.UNDECIDED,
                Verdict.CONTROL_DOES_THE_SAME,
                Verdict.NOT_AT_THIS_SCALE);

        public Outcome {
            verdicts = Set.copyOf(verdicts);
        }

        static Outcome of(String id, String outcome, int confidence) {
            var verdicts = meant(outcome);
            if (verdicts.isEmpty()) {
                throw new IllegalArgumentException("a claim holds or fails: write predict(\"" + id + "\", \"" + HOLDS
                        + "\", " + Math.max(LEAST_CONFIDENCE, Math.min(100, confidence)) + ") or \"" + FAILS
                        + "\"; or name the verdict, such as \"" + Verdict.CONTROL_DOES_THE_SAME.words() + "\"; got \""
                        + outcome + "\"");
            }
            var least = verdicts.size() == 1 ? LEAST_CONFIDENCE_IN_ONE : LEAST_CONFIDENCE;
            if (confidence < least || confidence > 100) {
                throw new IllegalArgumentException("the confidence must be " + least + " to 100 per cent, got "
                        + confidence
                        + (confidence >= 0 && confidence < least && verdicts.size() > 1
                                ? "; less than even odds for \"" + outcome + "\" means \""
                                        + (outcome.equals(HOLDS) ? FAILS : HOLDS) + "\" with " + (100 - confidence)
                                : ""));
            }
            return new Outcome(outcome, verdicts, confidence);
        }

        private static Set<Verdict> meant(String outcome) {
            return switch (outcome) {
                case HOLDS -> SUCCESSES;
                case FAILS -> FAILURES;
                default ->
                    FAILURES.stream()
                            .filter(verdict -> verdict.words().equals(outcome))
                            .collect(Collectors.toSet());
            };
        }

        @Override
        public Optional<Boolean> right(Claims.Finding finding) {
            return finding.verdict() == Verdict.OUT_OF_SCOPE
                    ? Optional.empty()
                    : Optional.of(verdicts.contains(finding.verdict()));
        }
    }

    /** That the measured number will lie in a range, its ends included. */
    record Range(double low, double high, int confidence) implements Prediction {

        static Range of(double low, double high, int confidence) {
            if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException(
                        "a range goes from a smaller to a larger number, got " + low + " to " + high);
            }
            if (confidence < 1 || confidence > 100) {
                throw new IllegalArgumentException("the confidence must be 1 to 100 per cent, got " + confidence);
            }
            return new Range(low, high, confidence);
        }

        @Override
        public Optional<Boolean> right(Claims.Finding finding) {
            return finding.measured().map(Interval::mean).map(mean -> low <= mean && mean <= high);
        }

        @Override
        public String words() {
            return Numbers.format(low) + " to " + Numbers.format(high);
        }
    }
}
