package org.tinybabel.lab.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.languages.ChoiceQuestion;

class ChoiceAnswersTest {

    private final ChoiceAnswers answers = new ChoiceAnswers(
            List.of(new ChoiceQuestion(0, 0, 3, List.of(3, 0, 2)), new ChoiceQuestion(1, 0, 1, List.of(1, 2))), 3);

    @Test
    void takesTheOfferedAnswerWithTheLargestLogit() {
        answers.put(0, 0, new double[] {1, 9, 0, 2});
        answers.put(0, 1, new double[] {3, 9, 0, 2});

        assertThat(answers.chosen(0, 0)).isEqualTo(3);
        assertThat(answers.chosen(0, 1)).isZero();
        assertThat(answers.right()).isDeepEqualTo(new boolean[][] {{true, false, false}, {false, false, false}});
    }

    @Test
    void surenessIsASoftmaxOverWhatIsOffered() {
        answers.put(0, 0, new double[] {Math.log(2), 9, Math.log(3), Math.log(5)});
        answers.put(0, 1, new double[] {0, 900, 0, 0});
        answers.put(0, 2, new double[] {-2000, 9, -1000, -3000});

        assertThat(answers.sureness(0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(answers.sureness(0, 1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(answers.sureness(0, 2)).isEqualTo(1);
        assertThat(answers.surest(0)).isEqualTo(2);
    }

    @Test
    void allQuestionsAtOnce() {
        answers.put(1, new double[][] {{1, 9, 0, 2}, {0, 0, 1, 0}});
        assertThat(answers.chosen(0, 1)).isEqualTo(3);
        assertThat(answers.chosen(1, 1)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers.put(0, new double[1][4]))
                .withMessageContaining("each of 2 questions, got 1");
    }

    @Test
    void ofEqualLogitsTheLowestIdIsTaken() {
        answers.put(0, 0, new double[] {1, 1, 1, 1});
        assertThat(answers.chosen(0, 0)).isZero();
    }

    @Test
    void ofEquallySureWaysTheFirstIsTaken() {
        for (var way = 0; way < 3; way++) {
            answers.put(1, way, new double[] {0, way < 1 ? 0 : 1, 0, 0});
        }
        assertThat(answers.surest(1)).isEqualTo(1);
    }

    @Test
    void theMajorityCountsAnswersNotRightOnes() {
        answers.put(0, 0, new double[] {0, 0, 1, 0});
        answers.put(0, 1, new double[] {0, 0, 1, 0});
        answers.put(0, 2, new double[] {0, 0, 0, 1});
        assertThat(answers.majority(0)).isEqualTo(2);
    }

    @Test
    void ofEquallyManyVotesTheLowestIdIsTaken() {
        answers.put(0, 0, new double[] {1, 0, 0, 0});
        answers.put(0, 1, new double[] {0, 0, 1, 0});
        answers.put(0, 2, new double[] {0, 0, 0, 1});
        assertThat(answers.majority(0)).isZero();
    }

    @Test
    void sharesOfRightAnswers() {
        answers.put(0, new double[][] {{0, 0, 0, 1}, {0, 0, 1, 0}});
        answers.put(2, new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}});
        var both = new int[] {0, 1};

        assertThat(answers.right(new int[] {1, 0}))
                .isDeepEqualTo(new boolean[][] {{false, false, true}, {true, false, false}});
        assertThat(answers.accuracy(both, q -> 0)).isEqualTo(0.5);
        assertThat(answers.accuracy(both, q -> 2 * q)).isEqualTo(1);
        assertThat(answers.accuracy(both, q -> 1)).isZero();
        assertThat(answers.share(both, q -> 1)).isEqualTo(0.5);
        assertThat(answers.share(both, answers::majority)).isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> answers.accuracy(new int[0], q -> 0));
    }

    @Test
    void givesNothingAwayThatCouldBeChanged() {
        answers.right()[1][0] = true;
        assertThat(answers.right()[1][0]).isFalse();
    }
}
