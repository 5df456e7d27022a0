package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 20: Agarwal, Bozdag and Hakkani-Tür, <em>Language Specific Knowledge: Do Models Know Better in X than in
 * English?</em>, 2025, arXiv 2505.14990.
 */
@Exercise(
        id = "20-language-specific-knowledge",
        title = "Language-specific knowledge",
        visibleTests = LanguageSpecificKnowledgeTest.class)
@Written(question = "e", title = "Why this control", points = 1)
public interface LanguageSpecificKnowledge {

    /**
     * The expert language of each topic: the one with the most right answers among the questions of the topic. A topic keeps the
     * usual language unless another has strictly more right answers; of several others with equally many it takes the one with the
     * lowest index. A topic without questions keeps the usual language.
     *
     * @param right whether question q is answered rightly in language l, {@code right[q][l]}
     * @param topic the topic of each question, 0 to {@code topics - 1}
     * @param topics how many topics there are
     * @param usual the index of the usual language
     * @return the language of each topic
     * @throws IllegalArgumentException if there are no questions or no topics, there are not as many topics as questions in
     *     {@code topic}, rows differ in length, a question's topic is not one of them, or the usual language is no column
     */
    @Question(value = "a", hidden = 3)
    int[] expertLanguages(boolean[][] right, int[] topic, int topics, int usual);

    /**
     * The nearest centre of each vector: the one with the largest cosine. Of several whose cosines are equal within 1e-9 it takes the one
     * with the lowest index. The cosine with a vector of length 0 counts as 0.
     *
     * @param vectors one vector for each question
     * @param centres one vector for each topic
     * @return the index of the nearest centre of each vector
     * @throws IllegalArgumentException if there are no vectors or no centres, vectors and centres do not all have one width, which is not
     *     0, or a number is NaN or infinite
     */
    @Question(value = "b", hidden = 4)
    int[] nearestTopics(double[][] vectors, double[][] centres);

    /**
     * The share of right answers when each question is asked in the expert language of its topic. Each question counts the same.
     *
     * @param right whether question q is answered rightly in language l, {@code right[q][l]}
     * @param topic the topic of each question
     * @param experts the expert language of each topic
     * @return the share, 0 to 1
     * @throws IllegalArgumentException if there are no questions, not as many topics as questions in {@code topic}, rows differ in length,
     *     a question's topic is none of {@code experts}, or an expert language is no column
     */
    @Question("b")
    double routedAccuracy(boolean[][] right, int[] topic, int[] experts);

    /**
     * What a map gains over the usual language, on the questions that it was made from and on others. The questions are shuffled: for i from
     * the last place down to 1, the places i and {@code random.nextInt(i + 1)} are swapped, where random is
     * {@code new java.util.Random(seed)}. The question at place i then belongs to part {@code i % parts}. For each part, expert languages
     * are found as in question (a) from all other parts. Both gains are means over the parts, each part counting the same.
     *
     * @param right whether question q is answered rightly in language l, {@code right[q][l]}
     * @param topic the topic of each question, 0 to {@code topics - 1}
     * @param topics how many topics there are
     * @param usual the index of the usual language
     * @param parts how many parts, 2 to the number of questions
     * @param seed decides the order of the questions
     * @return the gain on the questions that the map was made from, and on those of the part left out
     * @throws IllegalArgumentException if question (a) would refuse all questions together, or the number of parts is out of range
     */
    @Question(value = "c", hidden = 5)
    Gains gains(boolean[][] right, int[] topic, int topics, int usual, int parts, long seed);

    /**
     * Your choice of a control for this claim: <em>the map gains seven points, because it knows for each topic in which language the model
     * knows that topic</em>.
     *
     * @return the comparison that loses the gain if the claim is right, and keeps it if some languages are just better everywhere
     */
    @Question(value = "d", judgement = true, hidden = 4)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "f", judgement = true, hidden = 7)
    Flaw flaw();

    /**
     * How much better one choice of languages is than another, on the same questions: the mean over all questions for which both name a
     * language of 1, 0 or −1, for the first alone being right, for both or none, and for the second alone.
     *
     * @param right whether question q is answered rightly in language l, {@code right[q][l]}
     * @param first the language that the first names for each question, or −1 if it names none
     * @param second the language that the second names for each question, or −1 if it names none
     * @return the mean difference, −1 to 1
     * @throws IllegalArgumentException if the lengths do not fit, rows differ in length, a language is neither −1 nor a column, or there
     *     is no question for which both name a language
     */
    @Question("f")
    double pairedGain(boolean[][] right, int[] first, int[] second);

    /**
     * What a map gains.
     *
     * @param onTraining mean gain on the questions that the map was made from
     * @param onOthers mean gain on questions that it has not seen
     */
    record Gains(double onTraining, double onOthers) {}

    /** Comparisons that somebody might make for the claim that the map knows which language is best for a topic. */
    enum Control {
        /** The map once more, with twice as many topics. */
        MORE_TOPICS,
        /** The map once more, scored on ten times as many questions, so that its interval is narrower. */
        MORE_QUESTIONS,
        /** The same expert languages, given to the topics in a random order. */
        SHUFFLED_MAP,
        /** The share of questions that are right in at least one language. */
        BEST_OF_ALL,
        /** The map once more, of a model that was trained with another seed. */
        OTHER_SEED
    }
}
