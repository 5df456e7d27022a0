package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tinybabel.kernel.language.Token.Kind;

/**
 * What JShell takes for a comment and drops before javac sees it. It knows neither Unicode escapes, nor that a text block
 * can end right behind an escaped backslash, and would then drop code, or some of a text, without a word.
 */
final class JShellComments {

    private static final String QUOTES = "\"\"\"";

    private JShellComments() {}

    /** Whether texts and comments stand in the same places with escapes and without. */
    static boolean readEscapes(String source) {
        if (!source.contains("\\u")) {
            return true;
        }
        var places = new ArrayList<Integer>();
        var read = withoutEscapes(source, places);
        return textsAndComments(source, at -> at).equals(textsAndComments(read, places::get));
    }

    private static List<List<Integer>> textsAndComments(String source, IntFunction<Integer> place) {
        return Token.of(source).stream()
                .filter(token -> token.kind() == Kind.COMMENT || token.kind() == Kind.TEXT)
                .map(token -> List.of(place.apply(token.start()), place.apply(token.end())))
                .toList();
    }

    /** The code as javac reads it; tells where each character, and the end, stood. */
    private static String withoutEscapes(String source, List<Integer> places) {
        var read = new StringBuilder();
        var at = 0;
        while (at < source.length()) {
            places.add(at);
            var digits = source.startsWith("\\u", at) ? afterMarker(source, at) : source.length();
            if (digits + 4 <= source.length()
                    && source.substring(digits, digits + 4).matches("\\p{XDigit}{4}")) {
                read.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
                at = digits + 4;
            } else if (source.startsWith("\\\\", at)) {
                // The second backslash is an escaped one and starts nothing.
                places.add(at + 1);
                read.append("\\\\");
                at += 2;
            } else {
                read.append(source.charAt(at));
                at++;
            }
        }
        places.add(at);
        return read.toString();
    }

    private static int afterMarker(String source, int backslash) {
        var digits = backslash + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
            digits++;
        }
        return digits;
    }

    /** Whether JShell finds the ends of text blocks. If not, it takes what stands in the next one for code. */
    static boolean readTextBlocks(String source) {
        var tokens = source.contains("\\" + QUOTES) ? Token.of(source) : List.<Token>of();
        return tokens.stream()
                .filter(token -> token.kind() == Kind.TEXT && source.startsWith(QUOTES, token.start()))
                .noneMatch(block -> source.charAt(block.end() - QUOTES.length() - 1) == '\\'
                        && source.indexOf(QUOTES, block.end()) >= 0);
    }
}
