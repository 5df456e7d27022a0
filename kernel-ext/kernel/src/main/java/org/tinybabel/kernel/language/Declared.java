package org.tinybabel.kernel.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tinybabel.kernel.language.Token.Kind;

/** Finds the names that code declares or mentions, by its words alone: also in code that does not compile. */
public final class Declared {

    private static final Set<String> NO_TYPES = Set.of(
            "return", "throw", "new", "else", "case", "import", "package", "yield", "goto", "instanceof", "assert");

    private Declared() {}

    /**
     * The variables, methods and types that code declares at its top.
     *
     * @param code a cell or a part of one
     * @return their names
     */
    public static Set<String> namesIn(String code) {
        var names = new LinkedHashSet<String>();
        for (var item : CellSource.items(code, Token.withoutComments(code))) {
            var name = CellSource.declaredName(code, item.tokens());
            if (name.isPresent()) {
                names.add(name.get());
            } else {
                addVariables(code, item.tokens(), names);
            }
        }
        return names;
    }

    /** {@code int a = 1, b;}: a name behind a type, and each name behind a comma. */
    private static void addVariables(String code, List<Token> tokens, Set<String> names) {
        var depth = 0;
        var declares = false;
        for (var i = 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var before = tokens.get(i - 1);
            if (depth == 0 && token.kind() == Kind.NAME && endsName(code, tokens, i)) {
                var typed = (before.kind() == Kind.NAME && !NO_TYPES.contains(before.in(code)))
                        || before.is(code, ">")
                        || before.is(code, "]");
                if (typed || declares && before.is(code, ",")) {
                    declares = true;
                    names.add(token.in(code));
                }
            }
            depth += CellSource.deepens(code, token);
        }
    }

    private static boolean endsName(String code, List<Token> tokens, int at) {
        return at + 1 == tokens.size()
                || Set.of("=", ";", ",", "[").contains(tokens.get(at + 1).in(code));
    }

    /**
     * Whether code declares a method or a type at its top.
     *
     * @param code a part of a cell
     * @return true if it can be used by what stands before it
     */
    public static boolean isDeclaration(String code) {
        return CellSource.items(code, Token.withoutComments(code)).stream()
                .anyMatch(item -> CellSource.isDeclaration(code, item.tokens()));
    }

    /**
     * All names that code mentions.
     *
     * @param code a cell or a part of one
     * @return the names, keywords among them
     */
    public static Set<String> mentionedIn(String code) {
        return Token.withoutComments(code).stream()
                .filter(token -> token.kind() == Kind.NAME)
                .map(token -> token.in(code))
                .collect(Collectors.toSet());
    }

    /**
     * The first place where code mentions a name.
     *
     * @param code a cell or a part of one
     * @param name the name
     * @return the index behind the name; -1 if it is not mentioned
     */
    public static int endOf(String code, String name) {
        return Token.withoutComments(code).stream()
                .filter(token -> token.kind() == Kind.NAME && token.is(code, name))
                .mapToInt(Token::end)
                .findFirst()
                .orElse(-1);
    }
}
