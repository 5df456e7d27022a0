package org.tinybabel.kernel.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds the source files of libraries: in {@code NAME-sources.jar} beside {@code NAME.jar} or in a folder {@code sources}
 * beside that of the jar, in the source tree of a Maven module, and those of the JDK in its {@code src.zip}.
 */
final class Sources {

    private final Path javaHome;

    Sources(Path javaHome) {
        this.javaHome = javaHome;
    }

    /**
     * The text of a source file.
     *
     * @param classPath where its class may be
     * @param module the class's module; blank for the class path
     * @param className the qualified name of a top-level class
     */
    Optional<String> find(List<Path> classPath, String module, String className) {
        var file = className.replace('.', '/') + ".java";
        if (!module.isBlank()) {
            return inJar(jdkSources(), module + "/" + file);
        }
        return classPath.stream()
                .flatMap(entry -> inEntry(entry, file).stream())
                .findFirst();
    }

    private static Optional<String> inEntry(Path entry, String file) {
        if (Files.isDirectory(entry)) {
            // target/classes and target/test-classes
            var module = Optional.ofNullable(entry.toAbsolutePath().normalize().getParent())
                    .map(Path::getParent);
            return module.stream()
                    .flatMap(folder ->
                            Stream.of("src/main/java", "src/test/java").map(folder::resolve))
                    .map(folder -> folder.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .flatMap(Sources::text);
        }
        var name = entry.getFileName().toString();
        if (!name.endsWith(".jar")) {
            return Optional.empty();
        }
        var sources = name.substring(0, name.length() - ".jar".length()) + "-sources.jar";
        return Stream.of(
                        entry.resolveSibling(sources),
                        entry.resolveSibling("../sources").resolve(sources))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(jar -> inJar(jar, file));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inJar(Path jar, String file) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(file);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path jdkSources() {
        return javaHome.resolve("lib").resolve("src.zip");
    }

    /** Says why there is no source file, and what to do about it. */
    String missing(String module, String className) {
        if (module.isBlank()) {
            return "No documentation: there is no -sources.jar with " + className + " beside its jar.";
        }
        if (Files.isRegularFile(jdkSources())) {
            return "No documentation: " + jdkSources() + " does not hold " + className + ".";
        }
        return "No documentation: the JDK's sources are not installed (" + jdkSources()
                + "). On Debian and Ubuntu: apt install openjdk-"
                + Runtime.version().feature() + "-source";
    }
}
