package org.tinybabel.kernel.language;

import java.io.IOException;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.tinybabel.kernel.language.LanguageTools.Syntax;
import org.tinybabel.kernel.language.Token.Kind;

/** Tells code that is not finished from code that can never be Java. */
final class Grammar {

    private Grammar() {}

    static Syntax of(String code) {
        var tokens = Token.of(code);
        if (tokens.isEmpty()) {
            return Syntax.SOUND;
        }
        var last = tokens.get(tokens.size() - 1);
        if (!last.closed() && last.kind() == Kind.TEXT || !last.closed() && code.startsWith("/*", last.start())) {
            return Syntax.UNFINISHED;
        }
        // Modifiers may stand before anything in a cell, but not in the method that cells are parsed in.
        var plain = CellSource.items(code, Token.withoutComments(code)).stream()
                .filter(item -> !item.tokens().isEmpty())
                .noneMatch(item -> CellSource.isModifier(code, item.tokens().get(0)));
        var end =
                Token.withoutComments(code).stream().mapToInt(Token::end).max().orElse(0);
        return plain ? parsed(code.substring(0, end)) : Syntax.SOUND;
    }

    private static Syntax parsed(String code) {
        // What is closed already has no place in the text of the class any more.
        var source = CellSource.of("", code, code.length(), "");
        if (source.isEmpty()) {
            return Syntax.SOUND;
        }
        var problems = new DiagnosticCollector<JavaFileObject>();
        try {
            CellCompiler.parser("Cell$", source.get().text(), problems).parse();
        } catch (IOException e) {
            return Syntax.SOUND;
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> isSure(problem.getCode()))
                .findFirst()
                .map(problem -> source.get().inCell((int) problem.getPosition()) >= code.length()
                        ? Syntax.UNFINISHED
                        : Syntax.MALFORMED)
                .orElse(Syntax.SOUND);
    }

    private static boolean isSure(String problem) {
        return problem.startsWith("compiler.err.expected") || problem.startsWith("compiler.err.illegal.start");
    }

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
