package org.tinybabel.lab.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tinybabel.lab.languages.ChoiceQuestion;

/**
 * What a model answers to Q questions, each asked in L ways, such as in L languages: the offered answer with the largest logit. A
 * question that was not asked counts as wrong, with a sureness of 0.
 *
 * <pre>{@code
 * var answers = new ChoiceAnswers(questions.all(), LANGUAGES);
 * answers.put(language, logits);
 * answers.accuracy(test, answers::surest);
 * }</pre>
 */
public final class ChoiceAnswers {

    private static final int NONE = -1;

    private final List<ChoiceQuestion> questions;
    private final boolean[][] right;
    private final int[][] chosen;
    private final double[][] sureness;

    /**
     * Nothing is answered yet.
     *
     * @param questions the questions, Q of them
     * @param ways in how many ways each is asked, L
     */
    public ChoiceAnswers(List<ChoiceQuestion> questions, int ways) {
        this.questions = List.copyOf(questions);
        this.right = new boolean[questions.size()][ways];
        this.chosen = new int[questions.size()][ways];
        this.sureness = new double[questions.size()][ways];
        Arrays.stream(chosen).forEach(row -> Arrays.fill(row, NONE));
    }

    /**
     * Notes an answer.
     *
     * @param question its index
     * @param way in which way it was asked
     * @param logits of all answers of the model, by id; only those offered count. Of equal ones the lowest id is taken
     */
    public void put(int question, int way, double[] logits) {
        var options = questions.get(question).options();
        var best = Collections.max(
                options,
                Comparator.<Integer>comparingDouble(id -> logits[id]).thenComparing(Comparator.reverseOrder()));
        var rest = 0.0;
        for (var id : options) {
            rest += StrictMath.exp(logits[id] - logits[best]);
        }
        chosen[question][way] = best;
        right[question][way] = best == questions.get(question).gold();
        sureness[question][way] = 1 / rest;
    }

    /**
     * Notes the answers to all questions.
     *
     * @param way in which way they were asked
     * @param logits of all answers of the model, by question and id, {@code [Q][A]}
     * @throws IllegalArgumentException if there is not a row for each question
     */
    public void put(int way, double[][] logits) {
        if (logits.length != chosen.length) {
            throw new IllegalArgumentException(
                    "expected logits for each of " + chosen.length + " questions, got " + logits.length);
        }
        for (var q = 0; q < logits.length; q++) {
            put(q, way, logits[q]);
        }
    }

    /**
     * Which answers are right.
     *
     * @return a copy, {@code [Q][L]}
     */
    public boolean[][] right() {
        return Arrays.stream(right).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    /**
     * Which answers to some questions are right.
     *
     * @param some indices of questions, N of them
     * @return a copy, {@code [N][L]}, in their order
     */
    public boolean[][] right(int[] some) {
        return Arrays.stream(some).mapToObj(q -> right[q].clone()).toArray(boolean[][]::new);
    }

    /**
     * The share of right answers when each question is asked in a way of its own.
     *
     * @param some indices of questions
     * @param way the way of asking, from the question's index
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no questions
     */
    public double accuracy(int[] some, IntUnaryOperator way) {
        return share(some, q -> chosen(q, way.applyAsInt(q)));
    }

    /**
     * The share of right answers of somebody else, such as of a vote.
     *
     * @param some indices of questions
     * @param answer the id of the answer, from the question's index
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no questions
     */
    public double share(int[] some, IntUnaryOperator answer) {
        return Arrays.stream(some)
                .map(q -> answer.applyAsInt(q) == questions.get(q).gold() ? 1 : 0)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("a share of no questions is no number"));
    }

    /**
     * The answer to a question.
     *
     * @param question its index
     * @param way in which way it is asked
     * @return the id of the answer, −1 if the question was not asked
     */
    public int chosen(int question, int way) {
        return chosen[question][way];
    }

    /**
     * The probability of the answer, by a softmax over those offered.
     *
     * @param question its index
     * @param way in which way it is asked
     * @return 1/(number of options) to 1; 0 if the question was not asked
     */
    public double sureness(int question, int way) {
        return sureness[question][way];
    }

    /**
     * The way of asking in which the model is surest of its answer, right or wrong.
     *
     * @param question its index
     * @return 0 … L − 1; of several that are equal the first
     */
    public int surest(int question) {
        var best = 0;
        for (var way = 1; way < sureness[question].length; way++) {
            best = sureness[question][way] > sureness[question][best] ? way : best;
        }
        return best;
    }

    /**
     * The answer that the model gives in most ways of asking.
     *
     * @param question its index
     * @return its id; of several given equally often the lowest
     */
    public int majority(int question) {
        var votes = new ArrayList<Integer>();
        for (var id : chosen[question]) {
            votes.add(id);
        }
        return Collections.max(
                questions.get(question).options(),
                Comparator.<Integer>comparingInt(id -> Collections.frequency(votes, id))
                        .thenComparing(Comparator.reverseOrder()));
    }
}
