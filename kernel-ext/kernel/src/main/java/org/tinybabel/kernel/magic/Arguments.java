package org.tinybabel.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind the name of a magic.
 *
 * @param text the rest of the line without the spaces around it
 * @param words the text cut at spaces; quotation marks hold words with spaces together
 */
public record Arguments(String text, List<String> words) {

    /**
     * Copies the list.
     *
     * @param text the rest of the line
     * @param words the text cut at spaces
     */
    public Arguments {
        words = List.copyOf(words);
    }

    /**
     * Takes a line apart. A backslash before a quotation mark or another backslash stands for that character; any other
     * backslash stays, since paths on Windows have them.
     *
     * @param text the rest of the line
     * @return text and words
     */
    public static Arguments parse(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
                word.append(text.charAt(++i));
                begun = true;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return new Arguments(text.strip(), words);
    }

    /**
     * Arguments that were given as a list.
     *
     * @param words the words
     * @return text and words
     */
    public static Arguments of(List<String> words) {
        return new Arguments(String.join(" ", words), words);
    }

    /**
     * The words, of which there must be at least one.
     *
     * @param usage how the magic is used, such as {@code %load FILE}
     * @return the words
     * @throws MagicException if there are none
     */
    List<String> atLeastOne(String usage) {
        if (words.isEmpty()) {
            throw new MagicException("Something is missing: use it as in  " + usage);
        }
        return words;
    }
}
