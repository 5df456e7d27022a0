package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.tinybabel.kernel.language.Token.Kind;

/** Guesses what was meant by a name that nothing has. */
final class Hints {

    private static final int MOST_IMPORTS = 2;

    private final CellCompiler compiler;
    private final ClassIndex index;

    Hints(CellCompiler compiler, ClassIndex index) {
        this.compiler = compiler;
        this.index = index;
    }

    /** What to tell about the name that ends at a place. */
    Optional<String> hint(CellScope scope, String code, int end) {
        var tokens = Token.withoutComments(code);
        var name = tokens.stream()
                .filter(token -> token.kind() == Kind.NAME && token.end() == end)
                .findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var at = tokens.indexOf(name.get());
        var written = name.get().in(code);
        var isMember = at > 0
                && (tokens.get(at - 1).is(code, ".") || tokens.get(at - 1).is(code, "::"));
        var isCall = at + 1 < tokens.size() && tokens.get(at + 1).is(code, "(");
        var afterNew = at > 0 && tokens.get(at - 1).is(code, "new");
        if (!isMember && (!isCall || afterNew)) {
            var imports = imports(scope, written);
            if (imports.isPresent()) {
                return imports;
            }
        }
        var source = CellSource.of(scope.header(), code, end, afterNew ? "()" : "");
        return source.flatMap(text -> compiler.analyze(scope, text.text(), analysis -> {
            var names = new Names(analysis);
            var position = text.position(end);
            return names.nameEndingAt(position)
                    .map(place -> {
                        var near = new TreeSet<String>();
                        for (var element : names.at(place, other -> !Typos.near(written, List.of(other))
                                .isEmpty())) {
                            if (suits(element, isCall && !afterNew, afterNew)) {
                                near.add(element.getSimpleName().toString());
                            }
                        }
                        var receiver = Names.receiver(place);
                        if (receiver.isPresent() && names.isArray(receiver.get()) && !isCall) {
                            near.add("length");
                        } else if (receiver.isPresent()
                                && analysis.trees().getElement(receiver.get()) instanceof PackageElement above) {
                            near.addAll(index.subpackages(
                                    scope, above.getQualifiedName().toString()));
                        }
                        return Typos.near(written, near);
                    })
                    .filter(near -> !near.isEmpty())
                    .map(Hints::question);
        }));
    }

    private static boolean suits(Element element, boolean isCall, boolean afterNew) {
        return afterNew ? element instanceof TypeElement : element instanceof ExecutableElement == isCall;
    }

    private static String question(List<String> names) {
        if (names.size() == 1) {
            return "Did you mean " + names.get(0) + "?";
        }
        return "Did you mean " + String.join(", ", names.subList(0, names.size() - 1)) + " or "
                + names.get(names.size() - 1) + "?";
    }

    /** A type that exists needs an import and nothing else. */
    private Optional<String> imports(CellScope scope, String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (var owner : index.packagesOf(scope, name)) {
            lines.add("import " + owner + "." + name + ";");
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of("Add at the top of the cell: "
                        + String.join("  or  ", lines.subList(0, Math.min(lines.size(), MOST_IMPORTS))));
    }

    /** What to tell about a package that does not exist. */
    Optional<String> packageHint(CellScope scope, String name) {
        var near = Typos.near(name, index.packages(scope));
        return near.isEmpty() ? Optional.empty() : Optional.of(question(near));
    }
}
