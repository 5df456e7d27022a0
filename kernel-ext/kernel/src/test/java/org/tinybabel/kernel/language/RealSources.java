package org.tinybabel.kernel.language;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/** Java files that people wrote: of the kit, and of libraries that publish their sources. */
final class RealSources {

    private static final Path KIT = Path.of("..", "..");
    private static final Path LIBRARIES = Path.of("target", "real-sources");
    private static final int LONGEST = 30_000;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^(@\\S+\\s+)*package [\\w.]+;");

    private RealSources() {}

    /** Each file as a cell: what stands behind the package. */
    static List<String> cells() {
        var cells = new ArrayList<String>();
        try {
            cells.addAll(under(KIT));
            try (var jars = Files.list(LIBRARIES)) {
                for (var jar : jars.sorted().toList()) {
                    cells.addAll(inside(jar));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    private static List<String> inside(Path archive) throws IOException {
        try (var files = FileSystems.newFileSystem(archive)) {
            return under(files.getPath("/"));
        }
    }

    private static List<String> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .filter(file -> !file.toString().matches(".*\\b(target|resources)\\b.*"))
                    .sorted()
                    .map(RealSources::read)
                    .filter(source -> source.length() < LONGEST)
                    .map(source -> PACKAGE.matcher(source).replaceFirst(""))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a compiler reads in a file, without comments and blanks; empty if there is a fault. */
    static Optional<String> tree(String source) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        try {
            var unit = CellCompiler.parser("Real", source, problems)
                    .parse()
                    .iterator()
                    .next();
            return problems.getDiagnostics().isEmpty()
                    ? Optional.of(
                            unit.toString().replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("\\s+", " "))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of the classes of a file, and the statements of their methods, as a cell would have them. */
    static List<String> pieces(String source) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task = CellCompiler.parser("Real", source, problems);
        try {
            var unit = task.parse().iterator().next();
            var collected = new Pieces(unit, Trees.instance(task).getSourcePositions(), source);
            collected.scan(unit, null);
            return problems.getDiagnostics().isEmpty() ? collected.pieces : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Pieces extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String source;
        private final List<String> pieces = new ArrayList<>();

        Pieces(CompilationUnitTree unit, SourcePositions positions, String source) {
            this.unit = unit;
            this.positions = positions;
            this.source = source;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            for (var member : type.getMembers()) {
                var constructor = member instanceof MethodTree method && method.getReturnType() == null;
                if (!constructor && !(member instanceof BlockTree)) {
                    add(member);
                }
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                method.getBody().getStatements().forEach(this::addStatement);
            }
            return super.visitMethod(method, nothing);
        }

        /** A constructor's call of another one stands in a constructor only, never in a cell. */
        private void addStatement(StatementTree statement) {
            if (!(statement instanceof EmptyStatementTree)
                    && !statement.toString().matches("(?s)(\\w+\\.)*(super|this)\\(.*")) {
                add(statement);
            }
        }

        private void add(Tree tree) {
            var start = (int) positions.getStartPosition(unit, tree);
            var end = (int) positions.getEndPosition(unit, tree);
            // Constants of enums, and all variables of a declaration but the last, have no end of their own.
            if (end > start && (!(tree instanceof VariableTree) || source.charAt(end - 1) == ';')) {
                pieces.add(source.substring(start, end));
            }
        }
    }
}
