package org.tinybabel.cli.authoring;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.authoring.ExerciseScaffold;
import org.tinybabel.grader.authoring.SolutionClass;

/**
 * One exercise as its sources have it now: contract and tests are compiled into a folder of their own, so that the kit need
 * not be built again.
 *
 * @param tests the exercise with its visible and hidden tests
 * @param visible the folder with the classes that students may have
 */
public record ExerciseSources(ExerciseTests tests, Path visible) {

    private static final Path CONTRACTS = Path.of("exercises/src/main/java");
    private static final Path HIDDEN = Path.of("solutions/src/main/java");
    private static final Path MASTERS = Path.of("solutions");
    private static final String HIDDEN_PACKAGE = "org/tinybabel/solutions/";
    private static final Pattern ID = Pattern.compile("@Exercise\\s*\\([^)]*?\\bid\\s*=\\s*\"([^\"]+)\"");

    /** A contract's file, below {@code exercises/}, and what it calls itself. */
    private record Contract(String id, String className) {

        String simpleName() {
            return className.substring(className.lastIndexOf('.') + 1);
        }

        private static Contract of(Path home, String className) throws IOException {
            var source = Files.readString(home.resolve(CONTRACTS).resolve(className.replace('.', '/') + ".java"));
            var id = ID.matcher(source);
            if (!id.find()) {
                throw new UserError("The contract " + className + " has no @Exercise(id = \"…\").");
            }
            return new Contract(id.group(1), className);
        }
    }

    /**
     * Compiles an exercise.
     *
     * @param home the folder of the checkout
     * @param name the exercise's name or its number, such as {@code 9} or {@code 09-duo-llm}
     * @param libraries what contract and tests are compiled against
     * @param into an empty folder for the classes
     * @return the exercise
     * @throws IOException if a file cannot be read or written
     * @throws UserError if there is no such exercise, or it does not compile; the message holds what the compiler says
     */
    public static ExerciseSources compile(Path home, String name, List<Path> libraries, Path into) throws IOException {
        var contract = contract(home, name);
        var visible = Files.createDirectories(into.resolve("visible"));
        var hidden = Files.createDirectories(into.resolve("hidden"));
        javac(
                List.of(source(home.resolve(CONTRACTS), contract.className())),
                List.of(home.resolve(CONTRACTS)),
                libraries,
                visible);
        var hiddenTests = home.resolve(HIDDEN).resolve(HIDDEN_PACKAGE + contract.simpleName() + "HiddenTest.java");
        if (Files.exists(hiddenTests)) {
            var path = new ArrayList<>(List.of(visible));
            path.addAll(libraries);
            var solution = into.resolve("solution");
            SolutionClass.write(
                    load(contract, visible, hidden),
                    home.resolve(MASTERS),
                    solution,
                    HIDDEN_PACKAGE.substring(0, HIDDEN_PACKAGE.length() - 1).replace('/', '.'));
            javac(List.of(hiddenTests), List.of(home.resolve(HIDDEN), solution), path, hidden);
        }
        return new ExerciseSources(load(contract, visible, hidden), visible);
    }

    private static Path source(Path folder, String className) {
        return folder.resolve(className.replace('.', '/') + ".java");
    }

    private static Contract contract(Path home, String name) throws IOException {
        var contracts = new ArrayList<Contract>();
        for (var line : Files.readAllLines(home.resolve(ExerciseScaffold.CONTRACTS))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                contracts.add(Contract.of(home, line.strip()));
            }
        }
        var number = name.matches("\\d{1,2}")
                ? Optional.of(String.format(Locale.ROOT, "%02d-", Integer.parseInt(name)))
                : Optional.<String>empty();
        return contracts.stream()
                .filter(contract -> number.map(contract.id()::startsWith)
                        .orElse(contract.id().equals(name)))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no exercise \"" + name + "\"; there are "
                        + contracts.stream().map(Contract::id).collect(Collectors.joining(", ")) + "."));
    }

    private static void javac(List<Path> sources, List<Path> sourcePath, List<Path> classPath, Path into)
            throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(complaints, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sourcePath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
            var options =
                    List.of("-g", "-parameters", "-proc:none", "--release", "17", "-Xprefer:source", "-implicit:class");
            var task = compiler.getTask(
                    null, files, complaints, options, null, files.getJavaFileObjectsFromPaths(sources));
            if (!task.call()) {
                throw new UserError("The exercise does not compile:\n"
                        + complaints.getDiagnostics().stream()
                                .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
                                .map(ExerciseSources::words)
                                .collect(Collectors.joining("\n")));
            }
        }
    }

    private static String words(Diagnostic<? extends JavaFileObject> complaint) {
        var file = Optional.ofNullable(complaint.getSource())
                .map(JavaFileObject::getName)
                .orElse("");
        return file + ":" + complaint.getLineNumber() + ": " + complaint.getMessage(Locale.ENGLISH);
    }

    private static ExerciseTests load(Contract contract, Path visible, Path hidden) {
        var loader = new Newest(visible, hidden);
        try {
            var tests = ExerciseTests.visible(loader.loadClass(contract.className()));
            var name = HIDDEN_PACKAGE.replace('/', '.') + contract.simpleName() + "HiddenTest";
            return loader.findResource(name.replace('.', '/') + ".class") == null
                    ? tests
                    : tests.withHidden(loader.loadClass(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class was compiled and is not there", e);
        }
    }

    /** Finds what was just compiled before what the kit was built with. */
    private static final class Newest extends URLClassLoader {

        Newest(Path... folders) {
            super(urls(folders), ExerciseSources.class.getClassLoader());
        }

        private static URL[] urls(Path... folders) {
            var urls = new URL[folders.length];
            for (var i = 0; i < urls.length; i++) {
                try {
                    urls[i] = folders[i].toUri().toURL();
                } catch (MalformedURLException e) {
                    throw new IllegalArgumentException("no folder: " + folders[i], e);
                }
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return findResource(name.replace('.', '/') + ".class") == null
                        ? super.loadClass(name, resolve)
                        : findClass(name);
            }
        }
    }
}
