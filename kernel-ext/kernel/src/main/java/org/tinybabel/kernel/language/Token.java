package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of Java code. The scanner takes everything, since code is asked about while it is still wrong.
 *
 * @param kind what it is
 * @param start where it starts
 * @param end where it ends
 * @param closed false for a text or comment that the end of the code cuts off
 */
record Token(Kind kind, int start, int end, boolean closed) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        COMMENT,
        SYMBOL
    }

    /** With its point, its exponent and that one's sign (JLS 3.10), and with letters that do not belong there. */
    private static final Pattern NUMBER = Pattern.compile("(?:"
            + "0[xX][\\p{XDigit}_]*+(?:\\.[\\p{XDigit}_]*+)?(?:[pP][+-]?)?"
            + "|(?:\\p{Nd}[\\p{Nd}_]*+(?:\\.[\\p{Nd}_]*+)?|\\.\\p{Nd}[\\p{Nd}_]*+)(?:[eE][+-]?)?"
            + ")[\\p{L}\\p{Nd}_]*+");

    static List<Token> of(String code) {
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < code.length()) {
            if (Character.isWhitespace(code.charAt(at))) {
                at++;
                continue;
            }
            var token = next(code, at);
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }

    /** The tokens that mean something to the compiler. */
    static List<Token> withoutComments(String code) {
        return of(code).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    }

    private static Token next(String code, int start) {
        var number = NUMBER.matcher(code).region(start, code.length());
        if (number.lookingAt()) {
            return new Token(Kind.NUMBER, start, number.end(), true);
        }
        var first = code.charAt(start);
        if (Character.isJavaIdentifierStart(first)) {
            var end = start + 1;
            while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                end++;
            }
            return new Token(Kind.NAME, start, end, true);
        } else if (code.startsWith("//", start)) {
            var end = lineEnd(code, start);
            return new Token(Kind.COMMENT, start, end, end < code.length());
        } else if (code.startsWith("/*", start)) {
            var close = code.indexOf("*/", start + 2);
            return new Token(Kind.COMMENT, start, close < 0 ? code.length() : close + 2, close >= 0);
        } else if (code.startsWith("\"\"\"", start)) {
            return text(code, start, "\"\"\"");
        } else if (first == '"' || first == '\'') {
            return text(code, start, String.valueOf(first));
        }
        for (var symbol : List.of("->", "::", "...")) {
            if (code.startsWith(symbol, start)) {
                return new Token(Kind.SYMBOL, start, start + symbol.length(), true);
            }
        }
        return new Token(Kind.SYMBOL, start, start + 1, true);
    }

    private static int lineEnd(String code, int start) {
        var end = start;
        while (end < code.length() && !endsLine(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    private static Token text(String code, int start, String quote) {
        var at = start + quote.length();
        while (at < code.length()) {
            if (code.charAt(at) == '\\') {
                at += 2;
            } else if (code.startsWith(quote, at)) {
                return new Token(Kind.TEXT, start, at + quote.length(), true);
            } else if (endsLine(code.charAt(at)) && quote.length() == 1) {
                return new Token(Kind.TEXT, start, at, true);
            } else {
                at++;
            }
        }
        return new Token(Kind.TEXT, start, code.length(), false);
    }

    /** Whether it can go on in the lines to come. */
    boolean isOpen(String code) {
        return !closed && (code.startsWith("\"\"\"", start) || code.startsWith("/*", start));
    }

    String in(String code) {
        return code.substring(start, end);
    }

    boolean is(String code, String text) {
        return end - start == text.length() && code.startsWith(text, start);
    }
}
