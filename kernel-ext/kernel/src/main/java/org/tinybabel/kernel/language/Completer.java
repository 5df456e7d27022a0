package org.tinybabel.kernel.language;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.tinybabel.kernel.language.CellCompiler.Analysis;
import org.tinybabel.kernel.language.Token.Kind;

/** Proposes what can stand at the cursor. */
final class Completer {

    private static final int MOST = 500;
    private static final int SHORTEST_TO_IMPORT = 3;
    private static final List<String> KEYWORDS = List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "while",
            "yield");

    private final CellCompiler compiler;
    private final ClassIndex index;

    Completer(CellCompiler compiler, ClassIndex index) {
        this.compiler = compiler;
        this.index = index;
    }

    /** A proposal and what its place in the list depends on. */
    private record Ranked(Completion completion, int rank) {}

    LanguageTools.Completions complete(CellScope scope, String code, int cursor) {
        var start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        var word = code.substring(start, cursor);
        var none = new LanguageTools.Completions(cursor, List.of());
        if (!word.isEmpty() && !Character.isJavaIdentifierStart(word.charAt(0))) {
            return none;
        }
        var before = Token.withoutComments(code.substring(0, start));
        var afterNew = !before.isEmpty() && before.get(before.size() - 1).is(code, "new");
        var mark = word.isEmpty() ? "mark" : "";
        var source = CellSource.of(scope.header(), code, cursor, mark + (afterNew ? "()" : ""));
        if (source.isEmpty()
                || !before.isEmpty() && before.get(before.size() - 1).kind() == Kind.NUMBER && word.isEmpty()) {
            return none;
        }
        var end = source.get().position(cursor) + mark.length();
        var statement = !before.isEmpty() && before.get(before.size() - 1).is(code, ".")
                || !before.isEmpty() && before.get(before.size() - 1).is(code, "::");
        var found = compiler.analyze(scope, source.get().text(), analysis -> {
            var names = new Names(analysis);
            return names.nameEndingAt(end)
                    .map(place -> matches(scope, analysis, names, place, word))
                    .orElseGet(ArrayList::new);
        });
        if (!statement && !afterNew) {
            found.addAll(keywords(word));
        }
        return new LanguageTools.Completions(start, sorted(found, word));
    }

    private static List<Ranked> keywords(String word) {
        return KEYWORDS.stream()
                .filter(keyword -> keyword.startsWith(word) && !word.isEmpty())
                .map(keyword -> new Ranked(new Completion(keyword, "keyword", ""), 5))
                .collect(Collectors.toList());
    }

    private static List<Completion> sorted(List<Ranked> found, String word) {
        var texts = new HashSet<String>();
        return found.stream()
                .sorted(Comparator.comparing(
                                (Ranked each) -> !each.completion().text().startsWith(word))
                        .thenComparing(Ranked::rank)
                        .thenComparing(each -> each.completion().text().toLowerCase(Locale.ROOT)))
                .map(Ranked::completion)
                .filter(completion -> texts.add(completion.text()))
                .limit(MOST)
                .toList();
    }

    private List<Ranked> matches(CellScope scope, Analysis analysis, Names names, TreePath place, String word) {
        var receiver = Names.receiver(place);
        Predicate<String> wanted = name -> name.regionMatches(true, 0, word, 0, word.length());
        // Without a first letter, all imported classes would bury the notebook's own names.
        Predicate<Element> shown = element ->
                !(word.isEmpty() && receiver.isEmpty() && element instanceof TypeElement && !Names.isOfCells(element));
        var byText = new LinkedHashMap<String, List<Element>>();
        for (var element : names.at(place, wanted)) {
            if (shown.test(element)) {
                byText.computeIfAbsent(
                                element.getSimpleName() + (element instanceof ExecutableElement ? "(" : ""),
                                text -> new ArrayList<>())
                        .add(element);
            }
        }
        var expected = expected(analysis, place);
        var seenThrough = receiver.map(analysis.trees()::getTypeMirror).orElse(null);
        var found = new ArrayList<Ranked>();
        byText.values().forEach(elements -> found.add(ranked(analysis, elements, seenThrough, expected)));
        if (receiver.isEmpty()) {
            var imported = byText.values().stream()
                    .map(elements -> elements.get(0).toString())
                    .collect(Collectors.toSet());
            notImported(scope, word).stream()
                    .filter(each -> !imported.contains(each.completion().text()))
                    .forEach(found::add);
        } else {
            if (names.isArray(receiver.get()) && wanted.test("length")) {
                found.add(new Ranked(new Completion("length", "property", "int"), 1));
            }
            var element = analysis.trees().getElement(receiver.get());
            if (element instanceof PackageElement packageElement) {
                found.addAll(packages(scope, packageElement.getQualifiedName().toString(), wanted));
            } else if (element instanceof TypeElement && wanted.test("class") && !isImport(place)) {
                found.add(new Ranked(new Completion("class", "keyword", ""), 5));
            }
        }
        return found;
    }

    private static boolean isImport(TreePath place) {
        return place.getParentPath().getLeaf() instanceof ImportTree;
    }

    private Ranked ranked(Analysis analysis, List<Element> overloads, TypeMirror receiver, Set<TypeMirror> expected) {
        var signatures = new Signatures(analysis.types());
        var first = overloads.stream()
                .filter(each -> each instanceof ExecutableElement method
                        && !method.getParameters().isEmpty())
                .findFirst()
                .orElse(overloads.get(0));
        var name = first.getSimpleName().toString();
        Completion completion;
        if (first instanceof ExecutableElement method) {
            var more = overloads.size() > 1 ? " (+" + (overloads.size() - 1) + " more)" : "";
            completion = new Completion(
                    name + (method.getParameters().isEmpty() ? "()" : "("),
                    "function",
                    signatures.parameters(method, receiver) + " → "
                            + Signatures.type(signatures.result(method, receiver)) + more);
        } else if (first instanceof TypeElement type) {
            var owner =
                    analysis.elements().getPackageOf(type).getQualifiedName().toString();
            completion = new Completion(name, "class", Names.isOfCells(type) ? "" : owner);
        } else if (first instanceof VariableElement variable) {
            completion = new Completion(
                    name,
                    variable.getKind().isField() && !Names.isOfCells(variable) ? "property" : "instance",
                    Signatures.type(signatures.result(variable, receiver)));
        } else {
            completion = new Completion(name, first instanceof PackageElement ? "module" : "class", "");
        }
        var fits =
                overloads.stream().anyMatch(each -> fits(analysis, signatures.result(each, receiver), expected, each));
        var own = first.getEnclosingElement() != null && Names.isOfCells(first);
        var ofObject = first.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.lang.Object");
        return new Ranked(completion, fits ? 0 : own ? 1 : ofObject ? 4 : first instanceof TypeElement ? 3 : 2);
    }

    private static boolean fits(Analysis analysis, TypeMirror type, Set<TypeMirror> expected, Element element) {
        return !(element instanceof TypeElement)
                && type.getKind() != TypeKind.VOID
                && expected.stream().anyMatch(each -> {
                    try {
                        return !each.toString().equals("java.lang.Object")
                                && analysis.types().isAssignable(type, each);
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                });
    }

    /** The types that something at this place should have. */
    private static Set<TypeMirror> expected(Analysis analysis, TreePath place) {
        var leaf = place.getLeaf();
        var above = place.getParentPath();
        var found = new HashSet<TypeMirror>();
        if (above.getLeaf() instanceof VariableTree variable && variable.getInitializer() == leaf) {
            if (variable.getType() != null) {
                add(found, analysis.trees().getTypeMirror(new TreePath(above, variable.getType())));
            }
        } else if (above.getLeaf() instanceof AssignmentTree assignment && assignment.getExpression() == leaf) {
            add(found, analysis.trees().getTypeMirror(new TreePath(above, assignment.getVariable())));
        } else if (above.getLeaf() instanceof ReturnTree) {
            for (var around = above; around != null; around = around.getParentPath()) {
                if (around.getLeaf() instanceof MethodTree method && method.getReturnType() != null) {
                    add(found, analysis.trees().getTypeMirror(new TreePath(around, method.getReturnType())));
                    break;
                }
            }
        } else if (above.getLeaf() instanceof ParenthesizedTree
                && (above.getParentPath().getLeaf() instanceof IfTree
                        || above.getParentPath().getLeaf() instanceof WhileLoopTree)) {
            found.add(analysis.types().getPrimitiveType(TypeKind.BOOLEAN));
        } else if (above.getLeaf() instanceof MethodInvocationTree call) {
            var callee = new TreePath(above, call.getMethodSelect());
            addParameters(found, analysis, callee, call.getArguments().indexOf(leaf));
        } else if (above.getLeaf() instanceof NewClassTree call) {
            var type = analysis.trees().getElement(new TreePath(above, call.getIdentifier()));
            if (type instanceof TypeElement) {
                type.getEnclosedElements().stream()
                        .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR)
                        .forEach(each -> addParameter(
                                found,
                                (ExecutableElement) each,
                                call.getArguments().indexOf(leaf)));
            }
        }
        return found;
    }

    private static void addParameters(Set<TypeMirror> found, Analysis analysis, TreePath callee, int argument) {
        if (argument < 0) {
            return;
        }
        var text = callee.getLeaf().toString();
        var name = text.substring(text.lastIndexOf('.') + 1);
        new Names(analysis).at(callee, name::equals).forEach(each -> {
            if (each instanceof ExecutableElement method) {
                addParameter(found, method, argument);
            }
        });
    }

    private static void addParameter(Set<TypeMirror> found, ExecutableElement method, int argument) {
        if (argument >= 0 && argument < method.getParameters().size()) {
            add(found, method.getParameters().get(argument).asType());
        }
    }

    private static void add(Set<TypeMirror> found, TypeMirror type) {
        if (type != null
                && (type.getKind().isPrimitive()
                        || type.getKind() == TypeKind.DECLARED
                        || type.getKind() == TypeKind.ARRAY)) {
            found.add(type);
        }
    }

    private List<Ranked> packages(CellScope scope, String above, Predicate<String> wanted) {
        return index.subpackages(scope, above).stream()
                .filter(wanted)
                .map(name -> new Ranked(new Completion(name, "module", ""), 4))
                .toList();
    }

    private List<Ranked> notImported(CellScope scope, String word) {
        var found = new ArrayList<Ranked>();
        if (!word.isEmpty()) {
            found.addAll(packages(scope, "", name -> name.startsWith(word)));
        }
        if (word.length() >= SHORTEST_TO_IMPORT && Character.isUpperCase(word.charAt(0))) {
            for (var name : index.classesStartingWith(scope, word)) {
                found.add(new Ranked(new Completion(name, "class", name.substring(0, name.lastIndexOf('.'))), 6));
            }
        }
        return found;
    }
}
