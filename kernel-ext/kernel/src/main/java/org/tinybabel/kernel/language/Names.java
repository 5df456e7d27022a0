package org.tinybabel.kernel.language;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.tinybabel.kernel.language.CellCompiler.Analysis;

/** The names that can stand at a place of the code. */
final class Names {

    private final Analysis analysis;

    Names(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * The name that ends at a position of the source.
     *
     * @param end the position behind its last character
     */
    Optional<TreePath> nameEndingAt(int end) {
        var positions = analysis.trees().getSourcePositions();
        var found = new ArrayList<TreePath>();
        new WholeTree() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                if ((tree instanceof IdentifierTree
                                || tree instanceof MemberSelectTree
                                || tree instanceof MemberReferenceTree)
                        && positions.getEndPosition(analysis.unit(), tree) == end) {
                    found.add(new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, nothing);
            }
        }.scan(new TreePath(analysis.unit()), null);
        // A lambda's parameter without a type ends where its name does, in a tree that is not the name.
        return found.stream().findFirst();
    }

    /** The declaration whose name starts at a position of the source. */
    Optional<Element> declarationAt(int start, String name) {
        var positions = analysis.trees().getSourcePositions();
        var found = new ArrayList<Element>();
        new WholeTree() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                if (declares(tree, name)
                        && positions.getStartPosition(analysis.unit(), tree) <= start
                        && positions.getEndPosition(analysis.unit(), tree) > start) {
                    var element = analysis.trees().getElement(new TreePath(getCurrentPath(), tree));
                    if (element != null) {
                        found.add(element);
                    }
                }
                return super.scan(tree, nothing);
            }
        }.scan(new TreePath(analysis.unit()), null);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Also visits what the compiler has set aside as wrong. */
    private static class WholeTree extends TreePathScanner<Void, Void> {

        @Override
        public Void visitErroneous(ErroneousTree tree, Void nothing) {
            return scan(tree.getErrorTrees(), nothing);
        }
    }

    private static boolean declares(Tree tree, String name) {
        return tree instanceof VariableTree variable && variable.getName().contentEquals(name)
                || tree instanceof MethodTree method && method.getName().contentEquals(name)
                || tree instanceof ClassTree type && type.getSimpleName().contentEquals(name);
    }

    /** What stands before the dot of a member. */
    static Optional<TreePath> receiver(TreePath name) {
        if (name.getLeaf() instanceof MemberSelectTree select) {
            return Optional.of(new TreePath(name, select.getExpression()));
        } else if (name.getLeaf() instanceof MemberReferenceTree reference) {
            return Optional.of(new TreePath(name, reference.getQualifierExpression()));
        }
        return Optional.empty();
    }

    /** What can stand at a name: members of what is before the dot, or all that is in scope. */
    List<Element> at(TreePath name, Predicate<String> wanted) {
        var receiver = receiver(name);
        return List.copyOf(receiver.isPresent() ? members(name, receiver.get(), wanted) : inScope(name, wanted));
    }

    private Set<Element> members(TreePath name, TreePath receiver, Predicate<String> wanted) {
        var found = new LinkedHashSet<Element>();
        var element = analysis.trees().getElement(receiver);
        if (element instanceof PackageElement packageElement) {
            for (var member : packageElement.getEnclosedElements()) {
                if (member.getModifiers().contains(Modifier.PUBLIC) && isWanted(member, wanted)) {
                    found.add(member);
                }
            }
            return found;
        }
        var type = analysis.trees().getTypeMirror(receiver);
        var ofType = element instanceof TypeElement;
        var ofReference = name.getLeaf() instanceof MemberReferenceTree;
        var scope = analysis.trees().getScope(name);
        for (var bound : bounds(type)) {
            if (!(analysis.types().asElement(bound) instanceof TypeElement typeElement)) {
                continue;
            }
            for (var member : analysis.elements().getAllMembers(typeElement)) {
                var isStatic = member.getModifiers().contains(Modifier.STATIC)
                        || member.getKind().isClass()
                        || member.getKind().isInterface();
                if (isWanted(member, wanted)
                        && member.getKind() != ElementKind.CONSTRUCTOR
                        && (isStatic == ofType || ofReference)
                        && analysis.trees().isAccessible(scope, member, (DeclaredType) bound)) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    /** Whether the receiver is an array, whose length is no member of any class. */
    boolean isArray(TreePath receiver) {
        return analysis.trees().getTypeMirror(receiver) instanceof ArrayType
                && !(analysis.trees().getElement(receiver) instanceof TypeElement);
    }

    private List<TypeMirror> bounds(TypeMirror type) {
        if (type == null) {
            return List.of();
        } else if (type instanceof TypeVariable variable) {
            return bounds(variable.getUpperBound());
        } else if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? List.of(object()) : bounds(wildcard.getExtendsBound());
        } else if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> bounds(bound).stream())
                    .toList();
        } else if (type.getKind() == TypeKind.ARRAY) {
            return List.of(object());
        }
        return type.getKind() == TypeKind.DECLARED ? List.of(type) : List.of();
    }

    private TypeMirror object() {
        return analysis.elements().getTypeElement("java.lang.Object").asType();
    }

    private Set<Element> inScope(TreePath name, Predicate<String> wanted) {
        var found = new LinkedHashSet<Element>();
        var start = analysis.trees().getScope(name);
        for (var scope = start; scope != null; scope = scope.getEnclosingScope()) {
            for (var element : scope.getLocalElements()) {
                if (isWanted(element, wanted) && isVisible(element)) {
                    found.add(element);
                }
            }
            var type = scope.getEnclosingClass();
            if (type != null && !type.getSimpleName().contentEquals("Cell$")) {
                for (var member : analysis.elements().getAllMembers(type)) {
                    if (isWanted(member, wanted) && member.getKind() != ElementKind.CONSTRUCTOR) {
                        found.add(member);
                    }
                }
            } else if (type != null) {
                type.getEnclosedElements().stream()
                        .filter(member -> isWanted(member, wanted) && member.getKind() != ElementKind.CONSTRUCTOR)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isWanted(Element element, Predicate<String> wanted) {
        var name = element.getSimpleName().toString();
        return name.indexOf('$') < 0 && !name.equals("this") && !name.equals("super") && wanted.test(name);
    }

    private static boolean isVisible(Element element) {
        return !(element instanceof TypeElement)
                || element.getModifiers().contains(Modifier.PUBLIC)
                || isOfCells(element)
                || !(element.getEnclosingElement() instanceof PackageElement);
    }

    /** Whether a cell declares something, and not a library. */
    static boolean isOfCells(Element element) {
        for (var around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof PackageElement packageElement) {
                return packageElement.getQualifiedName().contentEquals(CellScope.CELL_PACKAGE);
            }
        }
        return false;
    }
}
