package org.tinybabel.grader.authoring;

import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Question;

/**
 * The exceptions that a contract documents: its {@code throws} clauses, and the {@code @throws} tags of its source file.
 *
 * @param byQuestion the exception types that the methods of each question may throw, questions and types in order
 * @param faults what could not be read or resolved, in sentences
 */
record DocumentedExceptions(Map<String, List<Class<?>>> byQuestion, List<String> faults) {

    DocumentedExceptions {
        byQuestion = Map.copyOf(byQuestion);
        faults = List.copyOf(faults);
    }

    /** Reads them; the source file lies below the folder as its package says. */
    static DocumentedExceptions of(ExerciseTests exercise, Path sources) throws IOException {
        var contract = exercise.contract();
        var types = new TreeMap<String, TreeSet<Class<?>>>();
        var faults = new ArrayList<String>();
        var documented = javadoc(contract, sources, faults);
        for (var method : exercise.methods()) {
            var ofQuestion = types.computeIfAbsent(
                    method.getAnnotation(Question.class).value(),
                    name -> new TreeSet<>(java.util.Comparator.comparing((Class<?> type) -> type.getName())));
            ofQuestion.addAll(Arrays.asList(method.getExceptionTypes()));
            ofQuestion.addAll(documented.getOrDefault(method.getName(), List.of()));
        }
        var lists = new HashMap<String, List<Class<?>>>();
        types.forEach((question, set) -> lists.put(question, List.copyOf(set)));
        return new DocumentedExceptions(lists, faults);
    }

    private static Map<String, List<Class<?>>> javadoc(Class<?> contract, Path sources, List<String> faults)
            throws IOException {
        var file = sources.resolve(contract.getName().replace('.', '/') + ".java");
        if (!Files.exists(file)) {
            faults.add("The source of the contract " + contract.getName() + " is not at " + file
                    + ", so nobody can read which exceptions it documents");
            return Map.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, message -> {}, null, null, files.getJavaFileObjects(file));
            var documented = new HashMap<String, List<Class<?>>>();
            for (var unit : task.parse()) {
                new Tags(unit, DocTrees.instance(task), contract, documented, faults).scan(unit, null);
            }
            return documented;
        }
    }

    /** Collects the tags of each method of the contract. */
    private static final class Tags extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final DocTrees comments;
        private final Class<?> contract;
        private final Map<String, List<Class<?>>> documented;
        private final List<String> faults;

        Tags(
                CompilationUnitTree unit,
                DocTrees comments,
                Class<?> contract,
                Map<String, List<Class<?>>> documented,
                List<String> faults) {
            this.unit = unit;
            this.comments = comments;
            this.contract = contract;
            this.documented = documented;
            this.faults = faults;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            // Records and other types inside the contract have documentation of their own.
            var nested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            return nested ? null : super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var comment =
                    comments.getDocCommentTree(new TreePath(getCurrentPath().getParentPath(), method));
            if (comment != null) {
                comment.getBlockTags().stream()
                        .filter(ThrowsTree.class::isInstance)
                        .map(tag -> ((ThrowsTree) tag).getExceptionName().getSignature())
                        .forEach(name -> resolve(name)
                                .ifPresentOrElse(
                                        type -> documented
                                                .computeIfAbsent(
                                                        method.getName().toString(), key -> new ArrayList<>())
                                                .add(type),
                                        () -> faults.add("The contract " + contract.getSimpleName() + "."
                                                + method.getName() + " documents @throws " + name
                                                + ", which is no exception type that it imports")));
            }
            return null;
        }

        private Optional<Class<?>> resolve(String name) {
            var imports = unit.getImports().stream()
                    .map(line -> line.getQualifiedIdentifier().toString())
                    .toList();
            var explicit = imports.stream().filter(line -> line.endsWith("." + name));
            var onDemand = imports.stream()
                    .filter(line -> line.endsWith(".*"))
                    .map(line -> line.substring(0, line.length() - 1) + name);
            var implied = Stream.of(
                    contract.getName() + "$" + name,
                    contract.getPackageName() + "." + name,
                    "java.lang." + name,
                    "java.util." + name,
                    name);
            return Stream.of(explicit, implied, onDemand)
                    .flatMap(names -> names)
                    .flatMap(candidate -> load(candidate).stream())
                    .findFirst();
        }

        private Optional<Class<?>> load(String name) {
            try {
                var type = Class.forName(name, false, contract.getClassLoader());
                return Throwable.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
            } catch (ClassNotFoundException | LinkageError e) {
                return Optional.empty();
            }
        }
    }
}
