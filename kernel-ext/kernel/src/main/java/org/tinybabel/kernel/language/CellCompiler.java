package org.tinybabel.kernel.language;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Understands code of cells without running it. Has a compiler of its own beside that of JShell, so that it can be asked
 * while JShell compiles; the opened class path is kept from one question to the next.
 */
public final class CellCompiler {

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-parameters", "-XDshould-stop.ifError=FLOW", "-Xlint:none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private List<Path> classPath = List.of();

    /**
     * A class that was compiled as far as it makes sense.
     *
     * @param unit its tree
     * @param trees connects trees and elements
     * @param elements looks up classes and packages
     * @param types compares types
     * @param problems what the compiler complains about
     */
    record Analysis(
            CompilationUnitTree unit,
            Trees trees,
            Elements elements,
            Types types,
            List<Diagnostic<? extends JavaFileObject>> problems) {}

    /** Makes a compiler; what it needs is loaded when it is first used. */
    public CellCompiler() {}

    /** Compiles a class, without writing it, and has it looked at. */
    synchronized <T> T analyze(CellScope scope, String source, Function<Analysis, T> look) {
        if (!scope.classPath().equals(classPath)) {
            try {
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, scope.classPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            classPath = scope.classPath();
        }
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask) compiler.getTask(
                null,
                new CellFiles(files, scope.classFiles()),
                problems,
                OPTIONS,
                null,
                List.of(new Text("Cell$", source)));
        try {
            var unit = task.parse().iterator().next();
            task.analyze();
            return look.apply(new Analysis(
                    unit, Trees.instance(task), task.getElements(), task.getTypes(), problems.getDiagnostics()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prepares to parse a file of a library, or a cell without its surroundings. */
    static JavacTask parser(String name, String source, DiagnosticListener<JavaFileObject> problems) {
        return parser(name, source, problems, List.of());
    }

    /** The same with options that choose the version of the language. */
    static JavacTask parser(
            String name, String source, DiagnosticListener<JavaFileObject> problems, List<String> language) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = new ArrayList<>(language);
        options.add("-proc:none");
        // With a file manager that is not its own, javac refuses --release.
        var files = language.isEmpty() ? NoFiles.INSTANCE : null;
        return (JavacTask) compiler.getTask(null, files, problems, options, null, List.of(new Text(name, source)));
    }

    /** Source text in memory. */
    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String name, String source) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    /** A class file in memory. */
    private static final class CellClass extends SimpleJavaFileObject {

        private final String name;
        private final byte[] content;

        CellClass(String name, byte[] content) {
            super(URI.create("cell:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.content = content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content);
        }
    }

    /** Nothing: javac otherwise opens each jar of the class path, in search of plugins, before it parses a line. */
    private static final class NoFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private static final NoFiles INSTANCE = new NoFiles();

        private NoFiles() {
            super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
        }

        @Override
        public ClassLoader getClassLoader(Location location) {
            return ClassLoader.getPlatformClassLoader();
        }

        @Override
        public boolean hasLocation(Location location) {
            return false;
        }

        @Override
        public void close() {
            // Used again.
        }
    }

    /** The class path and the classes of cells. */
    private static final class CellFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> classFiles;

        CellFiles(JavaFileManager files, Map<String, byte[]> classFiles) {
            super(files);
            this.classFiles = classFiles;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            if (location != StandardLocation.CLASS_PATH || !packageName.equals(CellScope.CELL_PACKAGE)) {
                return super.list(location, packageName, kinds, recurse);
            }
            var found = new ArrayList<JavaFileObject>();
            if (kinds.contains(JavaFileObject.Kind.CLASS)) {
                classFiles.forEach((name, content) -> {
                    if (name.startsWith(CellScope.CELL_PACKAGE + ".")) {
                        found.add(new CellClass(name, content));
                    }
                });
            }
            return found;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof CellClass cell ? cell.name : super.inferBinaryName(location, file);
        }

        @Override
        public boolean isSameFile(FileObject a, FileObject b) {
            return a == b || !(a instanceof SimpleJavaFileObject) && super.isSameFile(a, b);
        }

        @Override
        public void close() {
            // The file manager below is used again.
        }
    }
}
