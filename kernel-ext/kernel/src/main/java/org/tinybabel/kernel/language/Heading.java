package org.tinybabel.kernel.language;

import java.util.List;
import java.util.Set;
import org.tinybabel.kernel.language.Token.Kind;
import org.tinybabel.kernel.language.Units.Place;

/**
 * The first words of a statement or declaration, by which javac is asked: in a cell it may be either.
 *
 * @param place what they look like
 * @param first the first word
 * @param behind the first word behind modifiers and annotations
 */
record Heading(Place place, int first, int behind) {

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "strictfp",
            "native",
            "transient",
            "volatile");
    /** Words that are modifiers in front of other words only. */
    private static final Set<String> SOMETIMES = Set.of("sealed", "default", "synchronized");

    private static final Set<String> NO_TYPES =
            Set.of("return", "throw", "new", "else", "do", "yield", "assert", "case", "break", "continue", "goto");

    /** Looks at code from a word on. */
    static Heading of(String code, List<Token> words, int first) {
        return new Scan(code, words).heading(first);
    }

    /** The code with blanks for modifiers, which may stand before anything in a cell, but not in the body of a method. */
    String withoutModifiers(String code, List<Token> words) {
        var text = new StringBuilder(code);
        for (var word : words.subList(first, behind)) {
            if (MODIFIERS.contains(word.in(code)) && !word.is(code, "final") || SOMETIMES.contains(word.in(code))) {
                text.replace(word.start(), word.end(), " ".repeat(word.end() - word.start()));
            }
        }
        return text.toString();
    }

    private record Scan(String code, List<Token> words) {

        Heading heading(int first) {
            var at = first;
            var modified = false;
            while (true) {
                var behind = afterModifier(at);
                var annotated = behind == at ? afterAnnotation(at) : at;
                if (behind == at && annotated == at) {
                    break;
                }
                modified |= behind > at;
                at = Math.max(behind, annotated);
            }
            return new Heading(is(first, "import") ? Place.IMPORT : place(at, modified), first, at);
        }

        private int afterModifier(int at) {
            if (is(at, "non") && is(at + 1, "-") && is(at + 2, "sealed") && isName(at + 3)) {
                return at + 3;
            }
            var goesOn = isName(at + 1) || is(at + 1, "@") || is(at + 1, "<");
            return isName(at) && (MODIFIERS.contains(word(at)) || SOMETIMES.contains(word(at)) && goesOn) ? at + 1 : at;
        }

        private int afterAnnotation(int at) {
            if (!is(at, "@") || !isName(at + 1) || is(at + 1, "interface")) {
                return at;
            }
            var behind = afterName(at + 1);
            return is(behind, "(") ? afterBrackets(behind, "(", ")") : behind;
        }

        private int afterName(int at) {
            var behind = at + 1;
            while (is(behind, ".") && isName(behind + 1)) {
                behind += 2;
            }
            return behind;
        }

        private int afterBrackets(int at, String open, String close) {
            var depth = 0;
            for (var i = at; i < words.size(); i++) {
                depth += is(i, open) ? 1 : is(i, close) ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return words.size();
        }

        private Place place(int at, boolean modified) {
            var type =
                    is(at, "class") || is(at, "interface") || is(at, "enum") || is(at, "@") && is(at + 1, "interface");
            var record = is(at, "record") && isName(at + 1) && (is(at + 2, "(") || is(at + 2, "<"));
            var method = is(at, "<") || is(at, "void") || isMethod(at);
            return modified || type || record || method ? Place.MEMBER : Place.STATEMENT;
        }

        /** A type, a name and a parenthesis. */
        private boolean isMethod(int at) {
            if (!isName(at) || NO_TYPES.contains(word(at))) {
                return false;
            }
            var behind = afterName(at);
            if (is(behind, "<")) {
                behind = afterBrackets(behind, "<", ">");
            }
            while (is(behind, "[") && is(behind + 1, "]")) {
                behind += 2;
            }
            return isName(behind) && is(behind + 1, "(");
        }

        private boolean isName(int at) {
            return at < words.size() && words.get(at).kind() == Kind.NAME;
        }

        private boolean is(int at, String text) {
            return at < words.size() && words.get(at).is(code, text);
        }

        private String word(int at) {
            return words.get(at).in(code);
        }
    }
}
