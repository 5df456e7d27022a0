package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import org.tinybabel.kernel.language.Token.Kind;

/**
 * What JShell takes for a comment and drops before javac sees it. It knows neither Unicode escapes, nor that a text block
 * can end right behind an escaped backslash, and would then drop code, or some of a text, without a word.
 */
final class JShellComments {

    private static final String QUOTES = "\"\"\"";

    private JShellComments() {}

    /** Whether JShell and javac find the same comments. */
    static boolean areThoseOf(String source) {
        return !misreadsEscapes(source) && !misreadsTextBlocks(source);
    }

    private static boolean misreadsEscapes(String source) {
        if (!source.contains("\\u")) {
            return false;
        }
        var places = new ArrayList<Integer>();
        var read = withoutEscapes(source, places);
        return !comments(source, null).equals(comments(read, places));
    }

    private static List<List<Integer>> comments(String source, List<Integer> places) {
        return Token.of(source).stream()
                .filter(token -> token.kind() == Kind.COMMENT)
                .map(token -> places == null
                        ? List.of(token.start(), token.end())
                        : List.of(places.get(token.start()), places.get(token.end())))
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

    /** JShell goes on to the next quotes, and takes what stands behind those for code. */
    private static boolean misreadsTextBlocks(String source) {
        var tokens = source.contains("\\" + QUOTES) ? Token.of(source) : List.<Token>of();
        return tokens.stream()
                .filter(token -> token.kind() == Kind.TEXT && source.startsWith(QUOTES, token.start()))
                .anyMatch(block -> source.charAt(block.end() - QUOTES.length() - 1) == '\\'
                        && source.indexOf(QUOTES, block.end()) >= 0);
    }
}
