package org.tinybabel.lab.languages;

import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * A language with local and global structure: the next word depends on the current word and on the topic of the sentence,
 * P(w' | w, z) = softmax(B[w] + W[z])[w'], with B and W drawn from normal distributions. A bigram model can learn the first
 * part only; a language model can also infer the topic from the words so far.
 *
 * <p>Each sentence draws one of Z topics. Its first word is drawn uniformly and dropped.
 */
public final class TopicBigramLanguage implements Language {

    private final double[][][] next; // [Z][V][V], cumulative over the last axis

    /**
     * Draws a language.
     *
     * @param vocabulary number of words, V
     * @param topics number of topics, Z
     * @param bigramDeviation standard deviation of B, in nats
     * @param topicDeviation standard deviation of W, in nats
     * @param seed equal seeds give equal languages
     * @throws IllegalArgumentException if a number is too small
     */
    public TopicBigramLanguage(int vocabulary, int topics, double bigramDeviation, double topicDeviation, long seed) {
        if (vocabulary < 2 || topics < 1 || !(bigramDeviation >= 0) || !(topicDeviation >= 0)) {
            throw new IllegalArgumentException(
                    "a language needs at least 2 words, 1 topic and deviations of at least 0, got " + vocabulary
                            + " words, " + topics + " topics, deviations " + bigramDeviation + " and "
                            + topicDeviation);
        }
        var random = RandomStreams.of(seed, "language");
        var bigram = Categorical.logits(vocabulary, vocabulary, bigramDeviation, random);
        var topic = Categorical.logits(topics, vocabulary, topicDeviation, random);
        next = new double[topics][vocabulary][];
        for (var z = 0; z < topics; z++) {
            for (var w = 0; w < vocabulary; w++) {
                next[z][w] = Categorical.cumulative(Categorical.softmax(bigram[w], topic[z]));
            }
        }
    }

    @Override
    public int vocabularySize() {
        return next[0].length;
    }

    /**
     * The number of topics.
     *
     * @return Z
     */
    public int topics() {
        return next.length;
    }

    /**
     * The probabilities of the next word when the topic is known.
     *
     * @param word the current word, 0 … V − 1
     * @param topic the sentence's topic, 0 … Z − 1
     * @return V probabilities
     */
    public double[] nextDistribution(int word, int topic) {
        var cumulative = next[topic][word];
        var probabilities = cumulative.clone();
        for (var i = 1; i < cumulative.length; i++) {
            probabilities[i] = cumulative[i] - cumulative[i - 1];
        }
        return probabilities;
    }

    /**
     * Draws one sentence about a topic, of the first words of the vocabulary only: what the other words would have had is shared out in
     * proportion.
     *
     * @param topic 0 … Z − 1
     * @param length number of words, 0 or more
     * @param words how many words of the vocabulary may occur, 1 … V
     * @param random where chance comes from
     * @return the words, each 0 … words − 1
     * @throws IllegalArgumentException if a number is out of range
     */
    public int[] sentence(int topic, int length, int words, Random random) {
        if (topic < 0 || topic >= topics() || length < 0 || words < 1 || words > vocabularySize()) {
            throw new IllegalArgumentException(
                    "expected a topic 0 … " + (topics() - 1) + ", a length of at least 0 and 1 … " + vocabularySize()
                            + " words, got " + topic + ", " + length + " and " + words);
        }
        var sentence = new int[length];
        var word = random.nextInt(words);
        for (var t = 0; t < length; t++) {
            var cumulative = next[topic][word];
            word = Categorical.draw(cumulative, cumulative[words - 1] * random.nextDouble());
            sentence[t] = word;
        }
        return sentence;
    }

    @Override
    public int[][] sample(int sentences, int length, long seed) {
        var random = RandomStreams.of(seed, "sample");
        var corpus = new int[sentences][length];
        for (var sentence : corpus) {
            var topic = random.nextInt(topics());
            var word = random.nextInt(vocabularySize());
            for (var t = 0; t < length; t++) {
                word = Categorical.draw(next[topic][word], random.nextDouble());
                sentence[t] = word;
            }
        }
        return corpus;
    }
}
