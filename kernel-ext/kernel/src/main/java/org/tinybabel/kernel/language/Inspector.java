package org.tinybabel.kernel.language;

import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.tinybabel.display.Html;
import org.tinybabel.kernel.language.CellCompiler.Analysis;
import org.tinybabel.kernel.language.Token.Kind;

/** Describes the name at the cursor, or the call that the cursor is in. */
final class Inspector {

    private final CellCompiler compiler;
    private final Javadocs javadocs = new Javadocs();

    Inspector(CellCompiler compiler) {
        this.compiler = compiler;
    }

    Optional<Description> inspect(CellScope scope, String code, int cursor) {
        return targets(code, cursor).stream()
                .flatMap(name -> describe(scope, code, name).stream())
                .findFirst();
    }

    /** The names that could be meant: the one at the cursor, then those of the calls around it. */
    private static List<Token> targets(String code, int cursor) {
        var tokens = Token.withoutComments(code);
        var targets = new ArrayList<Token>();
        tokens.stream()
                .filter(token -> token.start() <= cursor && cursor <= token.end() && isName(code, token))
                .forEach(targets::add);
        var open = new ArrayDeque<Integer>();
        var justClosed = -1;
        for (var i = 0; i < tokens.size() && tokens.get(i).end() <= cursor; i++) {
            var token = tokens.get(i);
            if (token.is(code, "(") || token.is(code, "{")) {
                open.push(i);
            } else if ((token.is(code, ")") || token.is(code, "}")) && !open.isEmpty()) {
                justClosed = token.end() == cursor ? open.peek() : justClosed;
                open.pop();
            }
        }
        if (justClosed >= 0) {
            called(code, tokens, justClosed).ifPresent(targets::add);
        }
        while (!open.isEmpty() && tokens.get(open.peek()).is(code, "(")) {
            called(code, tokens, open.pop()).ifPresent(targets::add);
        }
        return targets;
    }

    private static boolean isName(String code, Token token) {
        return token.kind() == Kind.NAME && !SourceVersion.isKeyword(token.in(code));
    }

    /** The name before an opening parenthesis, type arguments aside. */
    private static Optional<Token> called(String code, List<Token> tokens, int parenthesis) {
        var at = parenthesis - 1;
        var depth = 0;
        while (at >= 0 && (tokens.get(at).is(code, ">") || depth > 0)) {
            depth += tokens.get(at).is(code, ">") ? 1 : tokens.get(at).is(code, "<") ? -1 : 0;
            at--;
        }
        return at >= 0 && isName(code, tokens.get(at)) ? Optional.of(tokens.get(at)) : Optional.empty();
    }

    private Optional<Description> describe(CellScope scope, String code, Token name) {
        var tokens = Token.withoutComments(code);
        var at = tokens.indexOf(name);
        var afterNew = isAfterNew(code, tokens, at);
        var end = callEnd(code, tokens, at + 1).orElse(name.end());
        var isCall = at + 1 < tokens.size() && tokens.get(at + 1).is(code, "(");
        var source = CellSource.of(scope.header(), code, end, afterNew && end == name.end() ? "()" : "");
        return source.flatMap(text -> compiler.analyze(scope, text.text(), analysis -> {
            var elements = elements(
                    analysis,
                    text.position(name.start()),
                    text.position(name.end()),
                    name.in(code),
                    afterNew,
                    isCall || afterNew);
            return elements.isEmpty()
                    ? Optional.<Description>empty()
                    : Optional.of(description(scope, analysis, elements));
        }));
    }

    private static boolean isAfterNew(String code, List<Token> tokens, int at) {
        var before = at - 1;
        while (before > 0
                && tokens.get(before).is(code, ".")
                && tokens.get(before - 1).kind() == Kind.NAME) {
            before -= 2;
        }
        return before >= 0 && tokens.get(before).is(code, "new");
    }

    /** Where a call ends whose parenthesis is at an index; with its arguments the compiler can tell overloads apart. */
    private static Optional<Integer> callEnd(String code, List<Token> tokens, int parenthesis) {
        if (parenthesis >= tokens.size() || !tokens.get(parenthesis).is(code, "(")) {
            return Optional.empty();
        }
        var depth = 0;
        for (var i = parenthesis; i < tokens.size(); i++) {
            depth += tokens.get(i).is(code, "(") ? 1 : tokens.get(i).is(code, ")") ? -1 : 0;
            if (depth == 0) {
                return Optional.of(tokens.get(i).end());
            }
        }
        return Optional.empty();
    }

    /** What the name may mean; what it does mean comes first. */
    private static List<Element> elements(
            Analysis analysis, int start, int end, String name, boolean afterNew, boolean isCall) {
        var names = new Names(analysis);
        var path = names.nameEndingAt(end);
        if (path.isEmpty()) {
            return names.declarationAt(start, name).map(List::of).orElse(List.of());
        }
        var resolved = analysis.trees().getElement(path.get());
        var found = new LinkedHashSet<Element>();
        if (afterNew) {
            addConstructors(analysis, path.get(), resolved, found);
        }
        var candidates = names.at(path.get(), name::equals);
        // The compiler also finds what may not be used here.
        if (isReal(resolved) && (candidates.isEmpty() || candidates.contains(resolved))) {
            found.add(resolved);
        }
        candidates.stream()
                .filter(each -> each instanceof ExecutableElement == isCall)
                .forEach(found::add);
        if (!isCall || found.isEmpty()) {
            found.addAll(candidates);
        }
        return List.copyOf(found);
    }

    private static void addConstructors(Analysis analysis, TreePath name, Element type, LinkedHashSet<Element> found) {
        if (type instanceof TypeElement && isReal(type)) {
            for (var path = name.getParentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof NewClassTree) {
                    var resolved = analysis.trees().getElement(path);
                    if (isReal(resolved)) {
                        found.add(resolved);
                    }
                    break;
                }
            }
            type.getEnclosedElements().stream()
                    .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR
                            && !each.getModifiers().contains(javax.lang.model.element.Modifier.PRIVATE))
                    .forEach(found::add);
        }
    }

    private static boolean isReal(Element element) {
        return element != null
                && element.asType().getKind() != TypeKind.ERROR
                && (!(element instanceof PackageElement)
                        || !element.getEnclosedElements().isEmpty());
    }

    private Description description(CellScope scope, Analysis analysis, List<Element> elements) {
        var signatures = new Signatures(analysis.types());
        var lines = elements.stream()
                .map(element -> line(scope, signatures, element))
                .distinct()
                .collect(Collectors.joining("\n"));
        var first = elements.get(0);
        var body = Names.isOfCells(first) || first.getEnclosingElement() == null
                ? ofCells(scope, analysis, first)
                : isLocal(first) ? ofType(scope, analysis, first) : javadocs.of(scope, analysis, first);
        return new Description(
                lines + (body.plain().isBlank() ? "" : "\n\n" + body.plain()),
                "<pre>" + Html.escape(lines) + "</pre>"
                        + (body.html().isBlank() ? "" : "<div>" + body.html() + "</div>"));
    }

    private static String line(CellScope scope, Signatures signatures, Element element) {
        var value = element instanceof VariableElement && Names.isOfCells(element) && !isLocal(element)
                ? scope.values().apply(element.getSimpleName().toString())
                : Optional.<String>empty();
        if (element instanceof PackageElement) {
            return "package " + element;
        }
        var owner = element instanceof TypeElement && !Names.isOfCells(element)
                ? "package " + packageOf(element) + "\n"
                : "";
        return owner
                + signatures.declaration(element)
                + value.map(text -> " = " + text).orElse("");
    }

    private static String packageOf(Element element) {
        var around = element;
        while (!(around instanceof PackageElement)) {
            around = around.getEnclosingElement();
        }
        return around.toString();
    }

    private static boolean isLocal(Element element) {
        return element instanceof VariableElement variable
                && !variable.getKind().isField();
    }

    /** What a cell declared: its own text, which holds its comment; for variables what their type is. */
    private Description ofCells(CellScope scope, Analysis analysis, Element element) {
        if (element instanceof VariableElement) {
            return ofType(scope, analysis, element);
        }
        if (element == null) {
            return new Description("", "");
        }
        var declarations = scope.declarations().get(element.getSimpleName().toString());
        if (declarations == null) {
            // A member is shown with all of its type.
            return ofCells(scope, analysis, element.getEnclosingElement());
        }
        return new Description(
                declarations.stream()
                        .map(each -> each.cell() + ":\n" + each.source())
                        .collect(Collectors.joining("\n\n")),
                declarations.stream()
                        .map(each ->
                                "<p>" + Html.escape(each.cell()) + "</p><pre>" + Html.escape(each.source()) + "</pre>")
                        .collect(Collectors.joining()));
    }

    private Description ofType(CellScope scope, Analysis analysis, Element variable) {
        var type = analysis.types().asElement(variable.asType());
        if (!(type instanceof TypeElement) || !isReal(type)) {
            return new Description("", "");
        } else if (Names.isOfCells(type)) {
            return ofCells(scope, analysis, type);
        }
        var about = javadocs.of(scope, analysis, type);
        var line = new Signatures(analysis.types()).declaration(type);
        return new Description(line + "\n\n" + about.plain(), "<pre>" + Html.escape(line) + "</pre>" + about.html());
    }
}
