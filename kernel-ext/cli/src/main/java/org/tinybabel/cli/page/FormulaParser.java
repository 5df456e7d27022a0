package org.tinybabel.cli.page;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas between dollars: {@code $…$} in a line, {@code $$…$$} on its own.
 *
 * <p>A dollar that begins a formula stands before something other than a space, one that ends it after something other
 * than a space and not before a digit: so "$5 and $6" stays money.
 */
final class FormulaParser implements InlineContentParser {

    /** Starts a parser at each dollar. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var display = scanner.next('$');
        var begin = scanner.position();
        if (!display && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        var before = '$';
        while (scanner.hasNext()) {
            var end = scanner.position();
            var c = scanner.peek();
            scanner.next();
            if (c == '\\') {
                scanner.next();
            } else if (c == '$' && closes(scanner, display, before)) {
                var tex = scanner.getSource(begin, end).getContent();
                if (display) {
                    scanner.next();
                }
                return tex.isBlank()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Formula(tex.strip(), display), scanner.position());
            }
            before = c;
        }
        return ParsedInline.none();
    }

    private static boolean closes(Scanner scanner, boolean display, char before) {
        return display
                ? scanner.peek() == '$'
                : !Character.isWhitespace(before) && before != '\n' && !Character.isDigit(scanner.peek());
    }
}
