package org.tinybabel.kernel.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.kernel.language.Token.Kind;

/**
 * A cell up to some place as one Java class: imports in front, declarations as members, the rest in a method. Whatever is
 * still open there is closed, so that the compiler understands what stands before.
 */
final class CellSource {

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "sealed",
            "non",
            "strictfp",
            "synchronized",
            "default",
            "native");
    private static final Set<String> CONTINUATIONS = Set.of("else", "catch", "finally");

    private final String text;
    private final int lastItem;
    private final int lastItemInText;

    private CellSource(String text, int lastItem, int lastItemInText) {
        this.text = text;
        this.lastItem = lastItem;
        this.lastItemInText = lastItemInText;
    }

    /**
     * Cuts a cell off and closes it.
     *
     * @param header package and imports
     * @param code the cell
     * @param end where to cut
     * @param inserted what to write there
     * @return the class; empty if the place lies in a comment or a text
     */
    static Optional<CellSource> of(String header, String code, int end, String inserted) {
        var before = code.substring(0, end);
        var all = Token.of(before);
        if (!all.isEmpty() && !all.get(all.size() - 1).closed()) {
            return Optional.empty();
        }
        var tokens = Token.withoutComments(before);
        var items = items(before, tokens);
        var last = items.isEmpty() ? new Item(before.length(), List.of()) : items.remove(items.size() - 1);
        var closing = inserted + closers(before, last.tokens());
        var imports = new StringBuilder(header);
        var members = new StringBuilder();
        var statements = new StringBuilder();
        for (var item : items) {
            var source = before.substring(item.start(), item.end());
            target(before, item, imports, members, statements)
                    .append(prefix(before, item))
                    .append(source)
                    .append('\n');
        }
        var target = target(before, last, imports, members, statements);
        target.append(prefix(before, last));
        var inTarget = target.length();
        target.append(before, last.start(), before.length()).append(closing).append('\n');
        var membersStart = imports.length() + "class Cell$ {\n".length();
        var statementsStart = membersStart + members.length() + "static Object do_it$() throws Throwable {\n".length();
        return Optional.of(new CellSource(
                imports + "class Cell$ {\n" + members + "static Object do_it$() throws Throwable {\n" + statements
                        + "}}\n",
                last.start(),
                inTarget + (target == imports ? 0 : target == members ? membersStart : statementsStart)));
    }

    /** A statement or declaration at the top of the cell. */
    record Item(int start, List<Token> tokens) {

        int end() {
            return tokens.get(tokens.size() - 1).end();
        }
    }

    static List<Item> items(String code, List<Token> tokens) {
        var items = new ArrayList<Item>();
        var depth = 0;
        var first = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += deepens(code, token);
            depth = Math.max(0, depth);
            var next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            var ends = depth == 0
                    && (token.is(code, ";")
                            || token.is(code, "}") && next != null && startsItem(code, tokens.get(first), next));
            if (ends || next == null) {
                items.add(new Item(tokens.get(first).start(), tokens.subList(first, i + 1)));
                if (ends && next == null) {
                    items.add(new Item(code.length(), List.of()));
                }
                first = i + 1;
            }
        }
        return items;
    }

    /** By how much a word changes the depth of brackets: 1, −1 or 0. */
    static int deepens(String code, Token token) {
        return opens(code, token) ? 1 : closes(code, token) ? -1 : 0;
    }

    static boolean opens(String code, Token token) {
        return token.kind() == Kind.SYMBOL && (token.is(code, "(") || token.is(code, "[") || token.is(code, "{"));
    }

    static boolean closes(String code, Token token) {
        return token.kind() == Kind.SYMBOL && (token.is(code, ")") || token.is(code, "]") || token.is(code, "}"));
    }

    private static boolean startsItem(String code, Token first, Token next) {
        return (next.kind() == Kind.NAME || next.is(code, "@") || next.is(code, "{"))
                && !CONTINUATIONS.contains(next.in(code))
                && !(first.is(code, "do") && next.is(code, "while"));
    }

    private static String closers(String code, List<Token> tokens) {
        Deque<String> open = new ArrayDeque<>();
        Token previous = null;
        for (var token : tokens) {
            if (opens(code, token)) {
                open.push(closer(code, token, previous));
            } else if (closes(code, token) && !open.isEmpty()) {
                open.pop();
            }
            previous = token;
        }
        return String.join("", open) + ";";
    }

    private static String closer(String code, Token token, Token previous) {
        if (token.is(code, "(")) {
            return ")";
        } else if (token.is(code, "[")) {
            return "]";
        }
        // The brace of an array's values, not of a block.
        var values = previous != null && (previous.is(code, "=") || previous.is(code, "]") || previous.is(code, ","));
        return values ? "}" : ";}";
    }

    private static StringBuilder target(
            String code, Item item, StringBuilder imports, StringBuilder members, StringBuilder statements) {
        if (item.tokens().isEmpty()) {
            return statements;
        } else if (item.tokens().get(0).is(code, "import")) {
            return imports;
        }
        return isDeclaration(code, item.tokens()) ? members : statements;
    }

    private static String prefix(String code, Item item) {
        return isDeclaration(code, item.tokens())
                        && item.tokens().stream().limit(4).noneMatch(token -> token.is(code, "static"))
                ? "static "
                : "";
    }

    /** Whether tokens declare a type or a method. */
    static boolean isDeclaration(String code, List<Token> tokens) {
        return declaredName(code, tokens).isPresent();
    }

    /** The name of the type or method that tokens declare. */
    static Optional<String> declaredName(String code, List<Token> annotated) {
        var tokens = withoutAnnotations(code, annotated);
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var word = token.in(code);
            if (depth == 0 && Set.of("class", "interface", "enum", "record").contains(word)) {
                var named = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.NAME;
                var onlyModifiers = tokens.subList(0, i).stream().allMatch(each -> isModifier(code, each));
                return named && onlyModifiers ? Optional.of(tokens.get(i + 1).in(code)) : Optional.empty();
            }
            if (depth == 0 && word.equals("(") && i > 0) {
                return methodName(code, tokens, i);
            }
            if (depth == 0 && (word.equals("=") || word.equals(";") || word.equals("{") || word.equals("->"))) {
                return Optional.empty();
            }
            depth += deepens(code, token);
        }
        return Optional.empty();
    }

    /** Leaves out annotations in front; that of {@code @interface} is none. */
    private static List<Token> withoutAnnotations(String code, List<Token> tokens) {
        var at = 0;
        while (at + 1 < tokens.size()
                && tokens.get(at).is(code, "@")
                && !tokens.get(at + 1).is(code, "interface")) {
            at += 2;
            while (at + 1 < tokens.size() && tokens.get(at).is(code, ".")) {
                at += 2;
            }
            if (at < tokens.size() && tokens.get(at).is(code, "(")) {
                var depth = 0;
                do {
                    depth += deepens(code, tokens.get(at));
                    at++;
                } while (depth > 0 && at < tokens.size());
            }
        }
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    static boolean isModifier(String code, Token token) {
        return token.kind() == Kind.SYMBOL || MODIFIERS.contains(token.in(code));
    }

    /** A method has a type and a name in front of its parameters, and a body behind them. */
    private static Optional<String> methodName(String code, List<Token> tokens, int parenthesis) {
        var name = tokens.get(parenthesis - 1);
        if (name.kind() != Kind.NAME || parenthesis < 2) {
            return Optional.empty();
        }
        var type = tokens.get(parenthesis - 2);
        var typed = type.kind() == Kind.NAME
                        && !Set.of("new", "return", "throw", "else", "do", "yield", "assert")
                                .contains(type.in(code))
                || type.is(code, "]")
                || type.is(code, ">");
        var depth = 0;
        for (var i = parenthesis; typed && i < tokens.size(); i++) {
            depth += deepens(code, tokens.get(i));
            if (depth == 0) {
                var hasBody = i + 1 < tokens.size()
                        && (tokens.get(i + 1).is(code, "{") || tokens.get(i + 1).is(code, "throws"));
                return hasBody ? Optional.of(name.in(code)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The text of the class. */
    String text() {
        return text;
    }

    /** Where a place of the cell is in the text; only for places in the statement or declaration that was cut. */
    int position(int inCell) {
        return lastItemInText + inCell - lastItem;
    }

    /** The place of the cell that a place in the text came from. */
    int inCell(int position) {
        return position - lastItemInText + lastItem;
    }
}
