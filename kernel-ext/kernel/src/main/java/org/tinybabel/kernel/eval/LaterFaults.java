package org.tinybabel.kernel.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tinybabel.kernel.language.CellScope;
import org.tinybabel.kernel.language.Declared;
import org.tinybabel.kernel.language.LanguageTools;

/**
 * Finds faults in the parts of a cell behind one that does not compile. What depends on the failed part, or on a magic
 * that has not run, is left out, since nobody can tell whether it is wrong.
 */
final class LaterFaults {

    private static final int MOST_PARTS = 20;

    /** A part of the cell. */
    record Part(String source, CellMap.Origin origin) {}

    private final LanguageTools language;
    private final Advice advice;

    LaterFaults(LanguageTools language, Advice advice) {
        this.language = language;
        this.advice = advice;
    }

    List<Problem> problems(CellScope scope, String failed, List<Part> parts) {
        if (failed.stripLeading().startsWith("import ")) {
            return List.of();
        }
        var unknown = new HashSet<>(Declared.namesIn(failed));
        var known = new HashSet<String>();
        var found = new ArrayList<Problem>();
        var checked = parts.subList(0, Math.min(MOST_PARTS, parts.size()));
        for (var i = 0; i < checked.size(); i++) {
            var part = checked.get(i);
            var mentioned = Declared.mentionedIn(part.source());
            var declares = Declared.namesIn(part.source());
            if (mentioned.contains("lineMagic")) {
                break;
            }
            if (mentioned.stream().anyMatch(unknown::contains)
                    || declares.stream().anyMatch(known::contains)) {
                unknown.addAll(declares);
                continue;
            }
            var context = context(checked, i, unknown);
            for (var fault : language.faults(scope, context, part.source())) {
                var hint = advice.about(fault.code(), fault.message(), part.source(), fault.end());
                found.add(CellMap.problem(
                        part.origin(),
                        fault.start(),
                        fault.position(),
                        fault.end(),
                        Problem.cleaned(fault.message())
                                + hint.map(text -> "\n" + text).orElse("")));
                unknown.addAll(declares);
            }
            known.addAll(declares);
        }
        return found;
    }

    /** What stands before a part, and the methods and types behind it, as far as they are sound. */
    private static String context(List<Part> parts, int at, Set<String> unknown) {
        var context = new StringBuilder();
        for (var i = 0; i < parts.size(); i++) {
            var source = parts.get(i).source();
            if (i != at
                    && (i < at || Declared.isDeclaration(source))
                    && Declared.mentionedIn(source).stream().noneMatch(unknown::contains)) {
                context.append(source).append('\n');
            }
        }
        return context.toString();
    }
}
