package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.kernel.language.Token.Kind;

/** Calls in a piece of code that do not say whose method they mean. */
public final class Calls {

    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("return", "throw", "else", "do", "case", "yield", "assert", "instanceof", "when");

    /** A call from its name to its closing bracket. */
    private record Call(int start, int end) {}

    private Calls() {}

    /**
     * Says whose methods are meant, in those calls that some places lie in.
     *
     * @param code a part of a cell
     * @param places indices into it, such as those of the compiler's complaints
     * @param names the methods that this may be said of
     * @param owner the class that is written in front of each
     * @return the code; empty if one of the places lies in no call of such a method
     */
    public static Optional<String> qualified(String code, List<Integer> places, Set<String> names, String owner) {
        var calls = of(code, names);
        var starts = new ArrayList<Integer>();
        for (var place : places) {
            var call = calls.stream()
                    .filter(each -> each.start() <= place && place < each.end())
                    .max(Comparator.comparing(Call::start));
            if (call.isEmpty()) {
                return Optional.empty();
            }
            starts.add(call.get().start());
        }
        var text = new StringBuilder(code);
        starts.stream().distinct().sorted(Comparator.reverseOrder()).forEach(start -> text.insert(start, owner + "."));
        return starts.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static List<Call> of(String code, Set<String> names) {
        var words = Token.withoutComments(code);
        var calls = new ArrayList<Call>();
        for (var i = 0; i + 1 < words.size(); i++) {
            var word = words.get(i);
            if (word.kind() == Kind.NAME
                    && names.contains(word.in(code))
                    && words.get(i + 1).is(code, "(")
                    && (i == 0 || startsExpression(code, words.get(i - 1)))) {
                calls.add(new Call(word.start(), end(code, words, i + 1)));
            }
        }
        return calls;
    }

    /** Whether a word that comes before a name leaves it alone: no dot, no type as in a declaration. */
    private static boolean startsExpression(String code, Token before) {
        return before.kind() == Kind.NAME
                ? BEFORE_EXPRESSION.contains(before.in(code))
                : !before.is(code, ".") && !before.is(code, "::") && !before.is(code, "]");
    }

    private static int end(String code, List<Token> words, int bracket) {
        var depth = 0;
        for (var word : words.subList(bracket, words.size())) {
            depth += CellSource.deepens(code, word);
            if (depth == 0) {
                return word.end();
            }
        }
        return code.length();
    }
}
