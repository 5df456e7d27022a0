package org.tinybabel.grader.authoring;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.tinybabel.grader.ContractBinding;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.SolutionAnswers;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.eval.StartupImports;
import org.tinybabel.kernel.language.CellParts.Part;
import org.tinybabel.kernel.language.CellSplitter;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The solution of an exercise as a Java class, made of its master notebook: for tests that compare an answer with the solution
 * on inputs that nobody has worked out by hand, and for mutants of the solution, which those tests must notice.
 *
 * <p>The class {@code FooSolution} has the notebook's static methods, with whatever they use, as they stand there. Its nested
 * class {@code Answers} implements the contract {@code Foo} by them.
 */
public final class SolutionClass {

    private static final Pattern IMPORT = Pattern.compile("(?s)\\s*import\\b.*");
    private static final CellSplitter SPLITTER = new CellSplitter(Evaluator.COMPILER_OPTIONS);

    private SolutionClass() {}

    /**
     * Writes the classes of all exercises: {@code SolutionClass MASTERS INTO LIST PACKAGE…}.
     *
     * @param arguments the folder of master notebooks, that for sources, the class with a static method {@code contracts()} that
     *     lists the exercises, and each package that gets a class for each of them
     * @throws IOException if a notebook cannot be read or a source cannot be written
     * @throws ReflectiveOperationException if there is no such list
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var contracts =
                (List<?>) Class.forName(arguments[2]).getMethod("contracts").invoke(null);
        for (var contract : contracts) {
            var exercise = ExerciseTests.visible((Class<?>) contract);
            for (var packageName : Arrays.asList(arguments).subList(3, arguments.length)) {
                write(exercise, Path.of(arguments[0]), Path.of(arguments[1]), packageName);
            }
        }
    }

    /**
     * Writes the source of one exercise's solution, unless it stands there already.
     *
     * @param exercise the exercise
     * @param masters the folder with the master notebook
     * @param into the folder for sources
     * @param packageName the package of the class
     * @return the file
     * @throws IOException if the notebook cannot be read or the source cannot be written
     */
    public static Path write(ExerciseTests exercise, Path masters, Path into, String packageName) throws IOException {
        var file = into.resolve(packageName.replace('.', '/')).resolve(name(exercise.contract()) + ".java");
        var source = of(exercise, Notebook.read(masters.resolve(exercise.id() + ".ipynb")), packageName);
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
        return file;
    }

    /**
     * What the class of a contract is called.
     *
     * @param contract the exercise's interface
     * @return a simple name, such as {@code DuoLlmSolution}
     */
    public static String name(Class<?> contract) {
        return contract.getSimpleName() + SolutionAnswers.SUFFIX;
    }

    /**
     * The source of a solution.
     *
     * @param exercise the exercise
     * @param master the notebook with the solutions
     * @param packageName the package of the class
     * @return a compilation unit
     */
    static String of(ExerciseTests exercise, Notebook master, String packageName) {
        var parts = parts(master);
        var lines = new ArrayList<String>();
        lines.add("package " + packageName + ";");
        lines.add("");
        StartupImports.kit().forEach(lines::add);
        parts.stream()
                .map(Part::source)
                .filter(IMPORT.asMatchPredicate())
                .map(String::strip)
                .forEach(lines::add);
        lines.add("");
        lines.add("/** The solution of " + exercise.id() + ", as it stands in its notebook. */");
        lines.add("@SuppressWarnings({\"rawtypes\", \"unchecked\", \"cast\", \"serial\"})");
        lines.add("final class " + name(exercise.contract()) + " {");
        lines.add("");
        lines.add("    private " + name(exercise.contract()) + "() {}");
        for (var part : needed(exercise, parts)) {
            lines.add("");
            part.source().strip().lines().forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
        }
        lines.add("");
        lines.add("    /** The contract by the methods above. */");
        lines.add("    static final class " + SolutionAnswers.NESTED + " implements "
                + exercise.contract().getCanonicalName() + " {");
        exercise.methods().forEach(method -> {
            lines.add("");
            lines.add("        @Override");
            lines.addAll(ContractBinding.delegate(method, name(exercise.contract())).stream()
                    .map(line -> "        " + line)
                    .toList());
        });
        lines.add("    }");
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static List<Part> parts(Notebook master) {
        return master.codeCells().stream()
                .flatMap(
                        cell -> SPLITTER.split(String.join("\n", StudentNotebook.solutionLines(cell))).parts().stream())
                .toList();
    }

    /** The contract's methods, and from there on every method and type that is mentioned. */
    private static List<Part> needed(ExerciseTests exercise, List<Part> parts) {
        var declarations = new ArrayList<Part>();
        for (var part : parts) {
            if (!part.names().isEmpty() && isMethodOrType(part.source())) {
                declarations.add(part);
            }
        }
        var wanted = new LinkedHashSet<Part>();
        var open = new TreeSet<String>();
        exercise.methods().forEach(method -> open.add(method.getName()));
        var seen = new TreeSet<String>();
        while (!open.isEmpty()) {
            var name = open.pollFirst();
            seen.add(name);
            declarations.stream()
                    .filter(part -> part.names().contains(name) && wanted.add(part))
                    .forEach(part -> declarations.stream()
                            .flatMap(other -> other.names().stream())
                            .filter(Predicate.not(seen::contains))
                            .filter(other -> mentions(part.source(), other))
                            .forEach(open::add));
        }
        return declarations.stream().filter(wanted::contains).toList();
    }

    /** Variables are left out: those of a notebook may begin with var, which no class has. */
    private static boolean isMethodOrType(String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var file = new SimpleJavaFileObject(URI.create("string:///Part.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return "class Part {\n" + source + "\n}";
            }
        };
        var task = (JavacTask) compiler.getTask(null, null, message -> {}, null, null, List.of(file));
        try {
            for (var unit : task.parse()) {
                return unit.getTypeDecls().stream()
                        .flatMap(type -> ((ClassTree) type).getMembers().stream())
                        .allMatch(member -> member instanceof MethodTree || member instanceof ClassTree);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A type is mentioned anywhere; a method, where it is called or referred to. */
    private static boolean mentions(String source, String name) {
        var word = Pattern.quote(name);
        return Pattern.compile(
                        Character.isUpperCase(name.charAt(0))
                                ? "(?<![\\w.])" + word + "\\b"
                                : "(?<![\\w.])" + word + "\\s*\\(|::" + word + "\\b")
                .matcher(source)
                .find();
    }
}
