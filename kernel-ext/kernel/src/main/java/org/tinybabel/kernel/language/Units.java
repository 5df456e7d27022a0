package org.tinybabel.kernel.language;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * What javac finds one after the other in a stretch of code, up to the first complaint.
 *
 * @param sound what is in order
 * @param complaint what is wrong behind it
 * @param lonelyTries where a try starts that nothing follows, which is said of one that is not finished, too
 */
record Units(List<Unit> sound, Optional<Complaint> complaint, Set<Integer> lonelyTries) {

    static final Units NONE = new Units(List.of(), Optional.empty(), Set.of());

    /** On a line of its own, since the last one may end with a comment. */
    private static final String SEMICOLON = "\n;";

    private static final String TRY_ALONE = "compiler.err.try.without.catch.finally.or.resource.decls";

    /**
     * A statement, declaration or import.
     *
     * @param end where it ends
     * @param names what it declares
     * @param waiting whether it is in order only because something empty was put behind the code
     */
    record Unit(int end, Set<String> names, boolean waiting) {}

    /**
     * What the compiler says.
     *
     * @param position where the compiler noticed the fault
     * @param from where the fault starts
     * @param to where it ends
     * @param message the compiler's words
     */
    record Complaint(int position, int from, int to, String message) {}

    /** Where code can stand. */
    enum Place {
        IMPORT("", ""),
        MEMBER("class Cell$ {", "}"),
        STATEMENT("class Cell$ { Object do_it$() throws Throwable {", "}}"),
        /** In a statement, {@code a < b[0]} is the start of a generic type for javac. */
        EXPRESSION("class Cell$ { Object value$ = ", "}");

        private final String before;
        private final String behind;

        Place(String before, String behind) {
            this.before = before;
            this.behind = behind;
        }

        private List<? extends Tree> trees(CompilationUnitTree unit) {
            if (this == IMPORT) {
                return unit.getImports();
            }
            // Newer compilers put what follows a bracket too many into a class around this one, named after the file.
            var members = unit.getTypeDecls().stream()
                    .flatMap(Place::withMembers)
                    .filter(tree -> tree instanceof ClassTree type
                            && type.getSimpleName().contentEquals("Cell$"))
                    .findFirst()
                    .map(cell -> ((ClassTree) cell).getMembers())
                    .orElse(List.of());
            if (this == MEMBER) {
                return members;
            } else if (this == EXPRESSION) {
                return members.subList(0, Math.min(1, members.size()));
            }
            return members.stream()
                    .filter(MethodTree.class::isInstance)
                    .findFirst()
                    .map(method -> ((MethodTree) method).getBody())
                    .map(BlockTree::getStatements)
                    .orElse(List.of());
        }

        private static Stream<Tree> withMembers(Tree tree) {
            return tree instanceof ClassTree type
                    ? Stream.concat(Stream.of(tree), type.getMembers().stream())
                    : Stream.empty();
        }
    }

    /**
     * Parses code.
     *
     * @param code a cell
     * @param from where to start
     * @param to where to stop; a semicolon that is missing there is no fault
     * @param place what to take it for
     * @param options of the compiler
     */
    static Units of(String code, int from, int to, Place place, List<String> options) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var text = place.before + code.substring(from, to) + SEMICOLON + place.behind;
        var shift = from - place.before.length();
        var task = CellCompiler.parser("File$", text, problems, options);
        CompilationUnitTree unit;
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var serious =
                problems.getDiagnostics().stream().filter(Units::isSerious).toList();
        var firstFault = serious.stream()
                .mapToInt(problem -> start(problem) + shift)
                .min()
                .orElse(Integer.MAX_VALUE);
        var positions = Trees.instance(task).getSourcePositions();
        var parsed = new Parsed(unit, positions, text, shift, to);
        var sound = sound(parsed, place, from, firstFault);
        // To put a complaint into words takes longer than to parse.
        return new Units(
                sound, sound.isEmpty() ? complaint(serious, shift) : Optional.empty(), lonelyTries(serious, shift));
    }

    private static Set<Integer> lonelyTries(List<Diagnostic<? extends JavaFileObject>> problems, int shift) {
        return problems.stream()
                .filter(Units::isTryAlone)
                .map(problem -> start(problem) + shift)
                .collect(Collectors.toSet());
    }

    private static boolean isTryAlone(Diagnostic<?> problem) {
        return problem.getCode().equals(TRY_ALONE);
    }

    private static Optional<Complaint> complaint(List<Diagnostic<? extends JavaFileObject>> problems, int shift) {
        return problems.stream()
                .filter(problem -> !isTryAlone(problem))
                .findFirst()
                .or(() -> problems.stream().findFirst())
                .map(problem -> complaint(problem, shift));
    }

    /** JShell evaluates any expression, and complains itself where one stands in a block. */
    private static boolean isSerious(Diagnostic<?> problem) {
        return problem.getKind() == Diagnostic.Kind.ERROR && !"compiler.err.not.stmt".equals(problem.getCode());
    }

    private static int start(Diagnostic<?> problem) {
        return (int)
                (problem.getStartPosition() < 0
                        ? problem.getPosition()
                        : Math.min(problem.getStartPosition(), problem.getPosition()));
    }

    private static Complaint complaint(Diagnostic<?> problem, int shift) {
        var from = start(problem);
        return new Complaint(
                (int) problem.getPosition() + shift,
                from + shift,
                (int) Math.max(problem.getEndPosition(), from + 1) + shift,
                problem.getMessage(Locale.ENGLISH));
    }

    private record Parsed(CompilationUnitTree unit, SourcePositions positions, String text, int shift, int to) {

        int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree) + shift;
        }

        int end(Tree tree) {
            return (int) positions.getEndPosition(unit, tree) + shift;
        }

        /** Several variables of one declaration are several trees. */
        boolean isContinued(Tree tree) {
            return tree instanceof VariableTree && text.charAt(end(tree) - shift - 1) != ';';
        }

        /** What was put behind the code must end a statement, not be one. */
        boolean isWaiting(Tree tree) {
            if (end(tree) <= to) {
                return false;
            }
            var found = new boolean[] {tree instanceof MethodTree || end(tree) > to + SEMICOLON.length()};
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitEmptyStatement(EmptyStatementTree empty, Void nothing) {
                    found[0] |= end(empty) > to;
                    return null;
                }
            }.scan(tree, null);
            return found[0];
        }
    }

    private static List<Unit> sound(Parsed parsed, Place place, int from, int firstFault) {
        var last = from;
        var sound = new ArrayList<Unit>();
        var names = new LinkedHashSet<String>();
        for (var tree : place.trees(parsed.unit())) {
            if (tree instanceof EmptyStatementTree) {
                continue;
            }
            var end = parsed.end(tree);
            // Where a text block never ends, javac makes of its beginning a statement without length, and complains
            // behind it.
            if (end <= Math.max(last, parsed.start(tree)) || end >= firstFault) {
                break;
            }
            last = end;
            name(tree)
                    .filter(name -> !name.isEmpty() && place != Place.EXPRESSION)
                    .ifPresent(names::add);
            if (!parsed.isContinued(tree)) {
                sound.add(new Unit(end, Set.copyOf(names), parsed.isWaiting(tree)));
                names.clear();
            }
        }
        return sound;
    }

    private static Optional<String> name(Tree tree) {
        if (tree instanceof ClassTree type) {
            return Optional.of(type.getSimpleName().toString());
        } else if (tree instanceof MethodTree method) {
            return Optional.of(method.getName().toString());
        }
        return tree instanceof VariableTree variable
                ? Optional.of(variable.getName().toString())
                : Optional.empty();
    }
}
