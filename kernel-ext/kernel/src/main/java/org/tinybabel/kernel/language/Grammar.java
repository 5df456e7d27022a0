package org.tinybabel.kernel.language;

import java.util.Set;
import org.tinybabel.kernel.language.Token.Kind;

/** Knows how code is laid out. */
final class Grammar {

    private Grammar() {}

    static int depth(String code) {
        var blocks = 0;
        var parentheses = 0;
        for (var token : Token.withoutComments(code)) {
            if (token.kind() != Kind.SYMBOL) {
                continue;
            }
            var symbol = token.in(code);
            blocks = Math.max(0, blocks + (symbol.equals("{") ? 1 : symbol.equals("}") ? -1 : 0));
            var inner = Set.of("(", "[").contains(symbol) ? 1 : Set.of(")", "]").contains(symbol) ? -1 : 0;
            parentheses = Math.max(0, parentheses + inner);
        }
        return blocks + Math.min(1, parentheses);
    }
}
