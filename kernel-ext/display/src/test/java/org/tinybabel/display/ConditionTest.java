package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.display.Condition.Outcome.FAILS;
import static org.tinybabel.display.Condition.Outcome.HOLDS;
import static org.tinybabel.display.Condition.Outcome.UNDECIDED;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static Interval interval(double low, double high) {
        return new Interval((low + high) / 2, low, high);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, HOLDS, FAILS",
        "-2, -1, FAILS, HOLDS",
        "-1, 1, UNDECIDED, UNDECIDED",
        // An end on the bound: above means above, so all of the interval is not above.
        "0, 1, UNDECIDED, FAILS",
        "-1, 0, FAILS, UNDECIDED",
        "0, 0, FAILS, FAILS",
    })
    void anIntervalLiesAboveOrBelowABoundOrStraddlesIt(
            double low, double high, Condition.Outcome above, Condition.Outcome below) {
        assertThat(interval(low, high).above(0).outcome()).isEqualTo(above);
        assertThat(interval(low, high).below(0).outcome()).isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.05, 0.04, HOLDS",
        "-0.1, 0.1, HOLDS",
        // It contains 0, and says nothing: that is no equivalence.
        "-0.5, 0.5, UNDECIDED",
        "0.05, 0.2, UNDECIDED",
        "0.11, 0.2, FAILS",
        "-0.3, -0.2, FAILS",
    })
    void nothingChangesNeedsAnIntervalWithinTheBound(double low, double high, Condition.Outcome outcome) {
        assertThat(interval(low, high).within(0.1).outcome()).isEqualTo(outcome);
    }

    @Test
    void anEndThatIsNotKnownDecidesNothing() {
        var unknown = new Interval(1, Double.NaN, Double.NaN);

        assertThat(Stream.of(unknown.above(0), unknown.below(0), unknown.within(1))
                        .map(Condition::outcome))
                .containsOnly(UNDECIDED);
    }

    @Test
    void aBoundMustLeaveRoom() {
        assertThatThrownBy(() -> interval(0, 1).within(0)).hasMessageContaining("needs a bound above 0, got 0.0");
        assertThatThrownBy(() -> interval(0, 1).within(2, 1)).hasMessageContaining("from less to more");
        assertThatThrownBy(() -> Condition.all(List.of())).hasMessageContaining("at least one comparison");
    }

    @Test
    void bothAndEitherFollowTheLogicOfThreeValues() {
        var holds = interval(1, 2).above(0);
        var fails = interval(-2, -1).above(0);
        var undecided = interval(-1, 1).above(0);

        assertThat(holds.and(holds).outcome()).isEqualTo(HOLDS);
        assertThat(holds.and(undecided).outcome()).isEqualTo(UNDECIDED);
        assertThat(undecided.and(fails).outcome()).isEqualTo(FAILS);
        assertThat(fails.or(fails).outcome()).isEqualTo(FAILS);
        assertThat(fails.or(undecided).outcome()).isEqualTo(UNDECIDED);
        assertThat(undecided.or(holds).outcome()).isEqualTo(HOLDS);
    }

    /** Whatever the true number in the interval, a condition that is decided says the truth about it. */
    @Test
    void aDecidedConditionIsTrueOfEveryNumberInTheInterval() {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var low = random.nextInt(-8, 8) / 4.0;
            var interval = interval(low, low + random.nextInt(0, 8) / 4.0);
            var bound = random.nextInt(-8, 9) / 4.0;
            var truth = interval.low() + random.nextDouble() * (interval.high() - interval.low());
            expect(interval.above(bound), truth > bound);
            expect(interval.below(bound), truth < bound);
            expect(interval.within(bound, bound + 1), bound <= truth && truth <= bound + 1);
        }
    }

    private static void expect(Condition condition, boolean truth) {
        if (!condition.undecided()) {
            assertThat(condition.holds()).as(condition.toString()).isEqualTo(truth);
        }
    }

    @Test
    void itSaysWhatWasCompared() {
        assertThat(new Interval(0.056, 0.044, 0.067).above(0))
                .hasToString("holds (0.056 [0.044, 0.067] above 0: holds)");
        assertThat(Interval.exact(3).below(2)).hasToString("fails (3 below 2: fails)");
    }

    @ParameterizedTest
    @EnumSource(Condition.Outcome.class)
    void theCheckMarkStandsOnlyForAControlThatFails(Condition.Outcome control) {
        var verdicts = Stream.of(Condition.Outcome.values())
                .map(criterion -> Verdict.of(false, criterion, java.util.Optional.of(control)))
                .filter(Verdict::succeeds);

        assertThat(verdicts).hasSize(control == FAILS ? 1 : 0);
    }
}
