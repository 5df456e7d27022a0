package org.tinybabel.lab.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpertMapTest {

    private static boolean[][] table(String... rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    var right = new boolean[row.length()];
                    IntStream.range(0, right.length).forEach(i -> right[i] = row.charAt(i) == 'x');
                    return right;
                })
                .toArray(boolean[][]::new);
    }

    private static final boolean[][] CORRECT = table("x..", ".x.", ".xx", "..x", "x.x", "...");
    private static final int[] GROUPS = {0, 0, 0, 2, 2, 1};

    @Test
    void eachGroupHasTheOptionThatIsRightMostOften() {
        var map = ExpertMap.learn(CORRECT, GROUPS, 4, 0);

        assertThat(map.experts()).containsExactly(1, 0, 2, 0);
        assertThat(map.accuracy(CORRECT, GROUPS)).isEqualTo(4 / 6.0);
    }

    @Test
    void theFallbackKeepsATieAndEmptyGroups() {
        assertThat(ExpertMap.learn(table("xx.", "xx."), new int[] {0, 0}, 2, 1).experts())
                .containsExactly(1, 1);
        assertThat(ExpertMap.learn(table("xx.", "xx."), new int[] {0, 0}, 2, 2).experts())
                .containsExactly(0, 2);
    }

    @Test
    void questionsCountTheSameWhateverTheSizeOfTheirGroup() {
        var map = new ExpertMap(new int[] {0, 1});

        assertThat(map.accuracy(table("x.", "x.", "x.", "x."), new int[] {0, 0, 0, 1}))
                .isEqualTo(0.75);
    }

    @Test
    void otherChoicesAreMeasuredBesideIt() {
        assertThat(ExpertMap.accuracyOf(2, CORRECT)).isEqualTo(0.5);
        assertThat(ExpertMap.bestSingle(CORRECT)).isEqualTo(2);
        assertThat(ExpertMap.bestSingle(table("xx", "xx"))).isZero();
        assertThat(ExpertMap.ceiling(CORRECT)).isEqualTo(5 / 6.0);
        assertThat(ExpertMap.share(CORRECT, q -> q % 3)).isEqualTo(0.5);
    }

    @Test
    void shuffledItHasTheSameOptionsInAnotherOrder() {
        var map = new ExpertMap(IntStream.range(0, 20).toArray());
        var shuffled = map.shuffled(new Random(1));
        assertThat(shuffled.experts())
                .containsExactlyInAnyOrder(map.experts())
                .isNotEqualTo(map.experts())
                .isEqualTo(map.shuffled(new Random(1)).experts());
    }

    /** On pure noise the map gains where it was learned, and nothing elsewhere. */
    @Test
    void whatIsChosenOnNoiseGainsNothingOnOtherQuestions() {
        var learned = 0.0;
        var used = 0.0;
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            boolean[][] correct = IntStream.range(0, 400)
                    .mapToObj(q -> table(IntStream.range(0, 15)
                            .mapToObj(option -> random.nextBoolean() ? "x" : ".")
                            .reduce("", String::concat))[0])
                    .toArray(boolean[][]::new);
            var groups = random.ints(400, 0, 12).toArray();
            var first = Arrays.copyOfRange(correct, 0, 200);
            var second = Arrays.copyOfRange(correct, 200, 400);
            var map = ExpertMap.learn(first, Arrays.copyOfRange(groups, 0, 200), 12, 0);
            learned += map.accuracy(first, Arrays.copyOfRange(groups, 0, 200)) - ExpertMap.accuracyOf(0, first);
            used += map.accuracy(second, Arrays.copyOfRange(groups, 200, 400)) - ExpertMap.accuracyOf(0, second);
        }
        assertThat(learned / 40).isBetween(0.15, 0.3);
        assertThat(used / 40).isBetween(-0.02, 0.02);
    }

    @Test
    void theMapCannotBeChangedFromOutside() {
        var options = new int[] {1, 2};
        var map = new ExpertMap(options);
        options[0] = 7;
        map.experts()[1] = 7;

        assertThat(map).isEqualTo(new ExpertMap(new int[] {1, 2})).hasToString("ExpertMap[1, 2]");
        assertThat(map.hashCode()).isEqualTo(new ExpertMap(new int[] {1, 2}).hashCode());
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpertMap.learn(CORRECT, new int[5], 1, 0))
                .withMessageContaining("each of 6 questions");
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.learn(CORRECT, GROUPS, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.learn(CORRECT, GROUPS, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.learn(CORRECT, GROUPS, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.learn(CORRECT, GROUPS, 3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.learn(table("x.", "x"), new int[2], 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpertMap(new int[] {3}).accuracy(table("x."), new int[1]))
                .withMessageContaining("option 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpertMap(new int[] {0}).accuracy(new boolean[0][], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.ceiling(new boolean[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpertMap.bestSingle(new boolean[0][]));
    }
}
