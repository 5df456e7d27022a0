package org.tinybabel.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A class path like the kit's, with few classes, in a folder with a blank and an umlaut. */
final class SmallKit {

    private final Path sources;
    private final Path classes;
    private final Path libraries;
    private final List<String> changedSources = new ArrayList<>();

    SmallKit(Path folder) throws IOException {
        sources = Files.createDirectories(folder.resolve("Quell texte"));
        classes = Files.createDirectories(folder.resolve("übersetzt und verpackt"));
        libraries = Files.createDirectories(folder.resolve("lib"));
        source(
                "kernel.KernelMain",
                """
                public class KernelMain {
                    static final String START = "import static org.tinybabel.display.TinyBabel.*;";
                    public static void main(String[] arguments) { System.out.println(START + new Evaluator()); }
                }""");
        source("kernel.Evaluator", "class Evaluator { }");
        source("display.Checker", "public interface Checker { void check(); }");
        source(
                "display.TinyBabel",
                """
                public class TinyBabel {
                    public static void show(Object it) { System.out.println(Layout.of(it)); }
                    public static void check() { checker().check(); }
                    private static Checker checker() {
                        return java.util.ServiceLoader.load(Checker.class).findFirst().get();
                    }
                    public static void quiz(String name) { }
                }""");
        source("display.Layout", "class Layout { static Object of(Object it) { return it; } }");
        source(
                "grader.LiveChecker",
                "public class LiveChecker implements org.tinybabel.display.Checker {" + " public void check() { } }");
        source(
                "datasets.Datasets",
                "public class Datasets { public static String open(String name) { return name; } }");
        source("lab.stats.Mean", "public class Mean { public double of(double x) { return new Sum().of(x); } }");
        source("lab.stats.Sum", "class Sum { double of(double x) { return x; } }");
        source("lab.stats.Median", "public class Median { }");
        resource("META-INF/services/org.tinybabel.display.Checker", "org.tinybabel.grader.LiveChecker\n");
        resource("org/tinybabel/datasets/papers.csv", "year\n2024\n");
        resource("org/tinybabel/datasets/papers.md", "Papers.");
        resource("org/tinybabel/datasets/glossary.csv", "term\nnat\n");
        resource("org/tinybabel/quiz/01-one.md", "Is one enough?");
        resource("org/tinybabel/quiz/02-two.md", "Are two?");
        resource("org/tinybabel/lab/stats/quantiles.txt", "1.96");
        library("api-0.35.0.jar");
        library("pytorch-native-cpu-2.7.1-linux-x86_64.jar");
    }

    /** Writes or replaces a class, named without {@code org.tinybabel}; it is compiled when the class path is read. */
    SmallKit source(String name, String text) {
        var type = "org.tinybabel." + name;
        var file = sources.resolve(type.replace('.', '/') + ".java");
        changedSources.add(file.toString());
        return write(file, "package " + type.replaceFirst("\\.[^.]*$", "") + ";\n" + text);
    }

    SmallKit resource(String path, String text) {
        return write(classes.resolve(path), text);
    }

    SmallKit library(String name) {
        return write(libraries.resolve(name), "");
    }

    SmallKit withoutLibrary(String name) throws IOException {
        Files.delete(libraries.resolve(name));
        return this;
    }

    private SmallKit write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    KitFiles inFolder() throws IOException {
        compile();
        return KitFiles.of(classPath(classes));
    }

    KitFiles inJar() throws IOException {
        compile();
        var jar = classes.resolveSibling("tinybabel-all-0.1.0.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return KitFiles.of(classPath(jar));
    }

    private List<Path> classPath(Path own) throws IOException {
        var classPath = new ArrayList<Path>(List.of(own));
        try (var files = Files.list(libraries)) {
            files.forEach(classPath::add);
        }
        return classPath;
    }

    private void compile() {
        var arguments = new ArrayList<>(List.of("-g", "-cp", classes.toString(), "-d", classes.toString()));
        arguments.addAll(changedSources);
        if (!changedSources.isEmpty()
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the sources do not compile");
        }
        changedSources.clear();
    }
}
