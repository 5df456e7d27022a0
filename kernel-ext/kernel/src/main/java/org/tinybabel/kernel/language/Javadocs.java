package org.tinybabel.kernel.language;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.tinybabel.kernel.language.CellCompiler.Analysis;

/** Reads documentation comments from the sources of libraries, one file at a time and only when asked. */
final class Javadocs {

    private final Sources sources = new Sources(Path.of(System.getProperty("java.home")));

    /** The comment of something that a library declares, or of what it overrides, or the reason why there is none. */
    Description of(CellScope scope, Analysis analysis, Element element) {
        var top = topLevel(element);
        if (top.isEmpty()) {
            return new Description("", "");
        }
        var comment = comment(scope, analysis, element);
        if (comment.isPresent()) {
            return new Description(JavadocWriter.plain(comment.get()), JavadocWriter.html(comment.get()));
        }
        var module = module(analysis, element);
        var name = top.get().getQualifiedName().toString();
        var note = sources.find(scope.classPath(), module, name).isPresent()
                ? "It has no documentation."
                : sources.missing(module, name);
        return new Description(note, "<p><i>" + org.tinybabel.display.Html.escape(note) + "</i></p>");
    }

    private Optional<DocCommentTree> comment(CellScope scope, Analysis analysis, Element element) {
        var own = written(scope, analysis, element);
        if (own.isPresent() && !inherits(own.get())) {
            return own;
        }
        if (element instanceof ExecutableElement method && method.getKind() == ElementKind.METHOD) {
            for (var above : overridden(analysis, method)) {
                var inherited = written(scope, analysis, above);
                if (inherited.isPresent() && !inherits(inherited.get())) {
                    return inherited;
                }
            }
        }
        return own;
    }

    private static boolean inherits(DocCommentTree comment) {
        return comment.getFullBody().stream().anyMatch(part -> part.getKind() == DocTree.Kind.INHERIT_DOC);
    }

    private static List<ExecutableElement> overridden(Analysis analysis, ExecutableElement method) {
        var found = new ArrayList<ExecutableElement>();
        var owner = (TypeElement) method.getEnclosingElement();
        collectOverridden(analysis, method, owner, owner.asType(), found);
        return found;
    }

    private static void collectOverridden(
            Analysis analysis,
            ExecutableElement method,
            TypeElement owner,
            TypeMirror type,
            List<ExecutableElement> found) {
        for (var above : analysis.types().directSupertypes(type)) {
            for (var member : analysis.types().asElement(above).getEnclosedElements()) {
                if (member instanceof ExecutableElement candidate
                        && candidate.getSimpleName().equals(method.getSimpleName())
                        && analysis.elements().overrides(method, candidate, owner)) {
                    found.add(candidate);
                }
            }
            collectOverridden(analysis, method, owner, above, found);
        }
    }

    private Optional<DocCommentTree> written(CellScope scope, Analysis analysis, Element element) {
        var top = topLevel(element).orElseThrow();
        return sources.find(
                        scope.classPath(),
                        module(analysis, element),
                        top.getQualifiedName().toString())
                .flatMap(source -> comment(source, top, element));
    }

    private static Optional<DocCommentTree> comment(String source, TypeElement top, Element element) {
        var task = CellCompiler.parser(top.getSimpleName().toString(), source, problem -> {});
        try {
            var unit = task.parse().iterator().next();
            var path = find(new TreePath(unit), unit.getTypeDecls(), element);
            return path.map(DocTrees.instance(task)::getDocCommentTree);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<TreePath> find(TreePath unit, List<? extends Tree> declarations, Element element) {
        var around = new ArrayList<Element>();
        for (var each = element; each instanceof TypeElement || each == element; each = each.getEnclosingElement()) {
            around.add(each);
        }
        Collections.reverse(around);
        var path = Optional.of(unit);
        var members = declarations;
        for (var each : around) {
            var now = members;
            path = path.flatMap(above -> now.stream()
                    .filter(member -> declares(member, each))
                    .findFirst()
                    .map(member -> new TreePath(above, member)));
            members = path.map(TreePath::getLeaf)
                    .filter(ClassTree.class::isInstance)
                    .map(type -> ((ClassTree) type).getMembers())
                    .<List<? extends Tree>>map(all -> all)
                    .orElse(List.of());
        }
        return path;
    }

    private static boolean declares(Tree tree, Element element) {
        if (tree instanceof ClassTree type && element instanceof TypeElement) {
            return type.getSimpleName().contentEquals(element.getSimpleName());
        } else if (tree instanceof VariableTree variable && element instanceof VariableElement) {
            return variable.getName().contentEquals(element.getSimpleName());
        }
        return tree instanceof MethodTree method
                && element instanceof ExecutableElement executable
                && method.getName().contentEquals(executable.getSimpleName())
                && parameters(method).equals(parameters(executable));
    }

    private static List<String> parameters(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> simple(parameter.getType().toString()))
                .toList();
    }

    private static List<String> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> simple(Signatures.type(parameter.asType())))
                .toList();
    }

    /** The type without packages, type arguments and annotations. */
    private static String simple(String type) {
        var bare = type.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
                .replaceAll("<.*>", "")
                .replace("...", "[]")
                .replace(" ", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static Optional<TypeElement> topLevel(Element element) {
        var type = Optional.<TypeElement>empty();
        for (var each = element; each != null; each = each.getEnclosingElement()) {
            if (each instanceof TypeElement found) {
                type = Optional.of(found);
            }
        }
        return type;
    }

    private static String module(Analysis analysis, Element element) {
        var module = analysis.elements().getModuleOf(element);
        return module == null || module.isUnnamed()
                ? ""
                : module.getQualifiedName().toString();
    }
}
