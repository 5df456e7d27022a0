package org.tinybabel.lab.languages;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.lab.models.TinyEncoder;

/**
 * Characters (Unicode code points) and their token ids: {@value #PAD} fills up, {@value #MASK} hides a character, {@value #CLS} may
 * stand for the whole text, the characters follow in the order of Unicode.
 *
 * <p>Usage: {@code var vocab = CharVocab.of(names); int[][] tokens = vocab.encode(names, 16);}
 */
public final class CharVocab {

    /** The id that fills up short texts. */
    public static final int PAD = TinyEncoder.PADDING;

    /** The id that hides a character. */
    public static final int MASK = 1;

    /** The id of a token for the whole text. */
    public static final int CLS = 2;

    private static final int FIRST = 3;

    private final int[] characters;
    private final Map<Integer, Integer> ids;

    private CharVocab(int[] characters) {
        this.characters = characters;
        this.ids = IntStream.range(0, characters.length)
                .boxed()
                .collect(Collectors.toMap(i -> characters[i], i -> FIRST + i));
    }

    /**
     * The vocabulary of all characters of some texts.
     *
     * @param texts in any scripts
     * @return every character once
     * @throws IllegalArgumentException if there are no characters
     */
    public static CharVocab of(Collection<String> texts) {
        var found = new TreeSet<Integer>();
        texts.forEach(text -> text.codePoints().forEach(found::add));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("a vocabulary needs at least one character");
        }
        return new CharVocab(found.stream().mapToInt(i -> i).toArray());
    }

    /**
     * The number of ids.
     *
     * @return V, the three special ids included
     */
    public int size() {
        return FIRST + characters.length;
    }

    /**
     * The id of a character.
     *
     * @param character a code point
     * @return 3 … V − 1
     * @throws IllegalArgumentException if the vocabulary does not have it
     */
    public int id(int character) {
        var id = ids.get(character);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no character '" + Character.toString(character)
                    + "' (U+" + Integer.toHexString(character).toUpperCase(Locale.ROOT) + ")");
        }
        return id;
    }

    /**
     * The ids of a text's characters.
     *
     * @param text cut after {@code length} characters
     * @param length T
     * @return T ids; {@value #PAD} after a shorter text's end
     * @throws IllegalArgumentException if a character is not in the vocabulary
     */
    public int[] encode(String text, int length) {
        return Arrays.copyOf(text.codePoints().limit(length).map(this::id).toArray(), length);
    }

    /**
     * The ids of several texts' characters.
     *
     * @param texts each cut after {@code length} characters
     * @param length T
     * @return {@code [N][T]}
     * @throws IllegalArgumentException if a character is not in the vocabulary
     */
    public int[][] encode(List<String> texts, int length) {
        return texts.stream().map(text -> encode(text, length)).toArray(int[][]::new);
    }

    /**
     * Turns ids back to text.
     *
     * @param ids token ids
     * @return the characters; a mask shows as {@code □}, the other special ids do not show
     */
    public String decode(int... ids) {
        return Arrays.stream(ids)
                .filter(id -> id != PAD && id != CLS)
                .mapToObj(id -> id == MASK ? "□" : Character.toString(characters[id - FIRST]))
                .collect(Collectors.joining());
    }
}
