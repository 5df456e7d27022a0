package org.tinybabel.kernel.language;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a method.
 *
 * @param text the declaration
 * @param name the method's name
 * @param signature the name with the types of the parameters, by which methods that overload each other differ
 * @param bodyStart the index behind the bracket that opens the body
 * @param mentionsItsName whether the name stands in the body, as in a call
 */
public record MethodSource(String text, String name, String signature, int bodyStart, boolean mentionsItsName) {

    private static final String BEFORE = "class Cell$ {";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * Understands a declaration.
     *
     * @param declaration a part of a cell
     * @return the method; empty if the part is something else, or not valid Java
     */
    public static Optional<MethodSource> of(String declaration) {
        if (!Declared.isDeclaration(declaration)) {
            return Optional.empty();
        }
        var task = CellCompiler.parser("File$", BEFORE + declaration + "\n}", problem -> {});
        try {
            var unit = task.parse().iterator().next();
            return unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .flatMap(type -> ((ClassTree) type).getMembers().stream())
                    .limit(1)
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .filter(method -> method.getBody() != null)
                    .findFirst()
                    .map(method -> of(declaration, unit, Trees.instance(task), method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MethodSource of(String declaration, CompilationUnitTree unit, Trees trees, MethodTree method) {
        var name = method.getName().toString();
        var body = trees.getSourcePositions().getStartPosition(unit, method.getBody());
        return new MethodSource(
                declaration,
                name,
                signature(
                        name,
                        method.getParameters().stream()
                                .map(parameter -> parameter.getType().toString())
                                .collect(Collectors.joining(","))),
                (int) body - BEFORE.length() + 1,
                mentionsItsName(method));
    }

    private static boolean mentionsItsName(MethodTree method) {
        var found = new boolean[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                found[0] |= identifier.getName().equals(method.getName());
                return null;
            }
        }.scan(method.getBody(), null);
        return found[0];
    }

    /**
     * The signature of a method whose text is not at hand.
     *
     * @param name the method's name
     * @param parameterTypes its parameters' types, separated by commas
     * @return such as {@code mean(double[],int)}
     */
    public static String signature(String name, String parameterTypes) {
        return name + "(" + BLANKS.matcher(parameterTypes).replaceAll("").replace("...", "[]") + ")";
    }

    /**
     * The same method with its name somewhere in its body; no line moves.
     *
     * @return a declaration
     */
    public String mentioning() {
        return mentionsItsName ? text : text.substring(0, bodyStart) + mention() + text.substring(bodyStart);
    }

    /**
     * A method with the same heading that only mentions its name.
     *
     * @return a declaration
     */
    public String withoutBody() {
        return text.substring(0, bodyStart) + mention() + "throw null; }";
    }

    private String mention() {
        return " class $ { int " + name + ", $ = " + name + "; } ";
    }
}
