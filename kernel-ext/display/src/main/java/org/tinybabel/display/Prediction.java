package org.tinybabel.display;

import java.util.Optional;

/** What a reader expects of a claim, with how sure they are, before the data. */
sealed interface Prediction {

    /** How sure, in per cent. */
    int confidence();

    /** Whether it came true; empty if the finding says nothing about it. */
    Optional<Boolean> right(Claims.Finding finding);

    /** Such as {@code holds}. */
    String words();

    /** That the claim's criterion will hold, or that it will not. */
    record Outcome(boolean holds, int confidence) implements Prediction {

        /** Someone less sure than that would say the opposite. */
        static final int LEAST_CONFIDENCE = 50;

        static final String HOLDS = "holds";
        static final String FAILS = "fails";

        static Outcome of(String id, String outcome, int confidence) {
            if (!outcome.equals(HOLDS) && !outcome.equals(FAILS)) {
                throw new IllegalArgumentException("a claim holds or fails: write predict(\"" + id + "\", \"" + HOLDS
                        + "\", " + Math.max(LEAST_CONFIDENCE, Math.min(100, confidence)) + ") or \"" + FAILS
                        + "\", got \""
                        + outcome + "\"");
            }
            if (confidence < LEAST_CONFIDENCE || confidence > 100) {
                throw new IllegalArgumentException("the confidence must be 50 to 100 per cent, got " + confidence
                        + (confidence >= 0 && confidence < LEAST_CONFIDENCE
                                ? "; less than even odds for \"" + outcome + "\" means \""
                                        + (outcome.equals(HOLDS) ? FAILS : HOLDS) + "\" with " + (100 - confidence)
                                : ""));
            }
            return new Outcome(outcome.equals(HOLDS), confidence);
        }

        @Override
        public Optional<Boolean> right(Claims.Finding finding) {
            return finding.verdict() == Verdict.OUT_OF_SCOPE
                    ? Optional.empty()
                    : Optional.of(holds == (finding.verdict() == Verdict.REPRODUCED));
        }

        @Override
        public String words() {
            return holds ? HOLDS : FAILS;
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
