package org.tinybabel.lab.tokenizers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Byte-pair encoding (Sennrich, Haddow and Birch, 2016, arXiv 1508.07909), here of characters: start from single characters and, again
 * and again, merge the most frequent pair of neighbours into a new piece. A text is cut by the same merges in the same order. Pieces
 * never reach into the next word; the space belongs to the word before it.
 */
public final class BytePairEncoding implements Tokenizer {

    /**
     * One merge.
     *
     * @param left the first piece
     * @param right the piece after it
     */
    public record Merge(String left, String right) {

        /**
         * The new piece.
         *
         * @return both joined
         */
        public String piece() {
            return left + right;
        }

        private List<String> in(List<String> pieces) {
            var merged = new ArrayList<String>();
            for (var i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).equals(left)
                        && i + 1 < pieces.size()
                        && pieces.get(i + 1).equals(right)) {
                    merged.add(piece());
                    i++;
                } else {
                    merged.add(pieces.get(i));
                }
            }
            return merged;
        }
    }

    private static final Comparator<Entry<Merge, Integer>> BY_COUNT_THEN_UNICODE =
            Entry.<Merge, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().left())
                    .thenComparing(entry -> entry.getKey().right());

    private final List<Merge> merges;
    private final Vocabulary vocabulary;
    private final Map<String, List<String>> words = new ConcurrentHashMap<>(); // cut before

    private BytePairEncoding(List<String> alphabet, List<Merge> merges) {
        this.merges = List.copyOf(merges);
        // Two different merges may give one piece, such as "a" + "bc" and "ab" + "c".
        this.vocabulary =
                new Vocabulary(Stream.concat(alphabet.stream(), merges.stream().map(Merge::piece))
                        .distinct()
                        .toList());
    }

    /**
     * Learns merges.
     *
     * @param texts what to learn from
     * @param merges how many at most; fewer if all words are single pieces before
     * @return a tokenizer whose vocabulary is the texts' alphabet and the merged pieces in the order they were learned. Of equally
     *     frequent pairs, the first in the order of Unicode is merged
     * @throws IllegalArgumentException if the number is negative or there are no characters
     */
    public static BytePairEncoding train(Collection<String> texts, int merges) {
        var alphabet = Pieces.alphabet(texts);
        if (merges < 0 || alphabet.isEmpty()) {
            throw new IllegalArgumentException("learning needs a text and 0 or more merges, got " + alphabet.size()
                    + " different characters and " + merges + " merges");
        }
        var words = new LinkedHashMap<List<String>, Integer>();
        Pieces.wordCounts(texts).forEach((word, count) -> words.put(characters(word), count));
        var learned = new ArrayList<Merge>();
        while (learned.size() < merges) {
            var next = mostFrequentPair(words);
            if (next.isEmpty()) {
                break;
            }
            learned.add(next.get());
            var before = new LinkedHashMap<>(words);
            words.clear();
            before.forEach((pieces, count) -> words.put(next.get().in(pieces), count));
        }
        return new BytePairEncoding(alphabet, learned);
    }

    private static List<String> characters(String word) {
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    private static Optional<Merge> mostFrequentPair(Map<List<String>, Integer> words) {
        var counts = new HashMap<Merge, Integer>();
        words.forEach((pieces, count) -> {
            for (var i = 1; i < pieces.size(); i++) {
                counts.merge(new Merge(pieces.get(i - 1), pieces.get(i)), count, Integer::sum);
            }
        });
        return counts.entrySet().stream().min(BY_COUNT_THEN_UNICODE).map(Entry::getKey);
    }

    /**
     * What was learned.
     *
     * @return the merges in their order
     */
    public List<Merge> merges() {
        return merges;
    }

    @Override
    public List<String> vocabulary() {
        return vocabulary.pieces();
    }

    @Override
    public List<String> cut(String text) {
        var pieces = new ArrayList<String>();
        Pieces.words(text).forEach(word -> pieces.addAll(words.computeIfAbsent(word, this::cutWord)));
        return pieces;
    }

    private List<String> cutWord(String word) {
        var pieces = characters(word);
        var place = 0;
        for (var character : pieces) {
            if (!vocabulary.contains(character)) {
                throw Vocabulary.noPiece(word, place);
            }
            place += character.length();
        }
        for (var merge : merges) {
            pieces = merge.in(pieces);
        }
        return pieces;
    }

    @Override
    public int[] encode(String text) {
        return vocabulary.ids(cut(text));
    }
}
