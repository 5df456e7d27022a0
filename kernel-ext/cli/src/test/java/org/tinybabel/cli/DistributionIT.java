package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The two folders of the distribution: what students' code may see, and what it must not. */
class DistributionIT {

    private static final Path DISTRIBUTION = Path.of("target", "tinybabel");

    @Test
    void nothingOfTheSolutionsIsReachableFromTheStudentsClassPath() throws IOException {
        try (var students = new URLClassLoader(urls("lib"), ClassLoader.getPlatformClassLoader())) {
            assertThat(students.getResource("org/tinybabel/exercises/BigramSubnetworks.class"))
                    .isNotNull();
            var secrets = entries("tinybabel-solutions");
            assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(students.getResource(secret))
                    .as(secret)
                    .isNull());
        }
    }

    @Test
    void neitherIsTheCommandLineNorWhatOnlyItUses() throws IOException {
        try (var students = new URLClassLoader(urls("lib"), ClassLoader.getPlatformClassLoader())) {
            assertThat(List.of(
                            "org/tinybabel/cli/Main.class",
                            "picocli/CommandLine.class",
                            "org/commonmark/parser/Parser.class",
                            "org/jsoup/Jsoup.class"))
                    .allSatisfy(secret ->
                            assertThat(students.getResource(secret)).as(secret).isNull());
        }
    }

    @Test
    void mavensResolverIsThereButOffTheClassPath() throws IOException {
        var resolver = "org/eclipse/aether/RepositorySystem.class";
        try (var students = new URLClassLoader(urls("lib"), ClassLoader.getPlatformClassLoader());
                var maven = new URLClassLoader(urls("lib/maven"), students)) {
            assertThat(students.getResource(resolver)).isNull();
            assertThat(maven.getResource(resolver)).isNotNull();
            assertThat(java.util.ServiceLoader.load(
                            maven.loadClass("org.tinybabel.kernel.magic.ArtifactResolver"), maven))
                    .hasSize(1);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTeachersClassPathHasEverything() throws IOException {
        var all = java.util.stream.Stream.of(urls("lib"), urls("teacher"))
                .flatMap(java.util.Arrays::stream)
                .toArray(URL[]::new);
        try (var teachers = new URLClassLoader(all, ClassLoader.getPlatformClassLoader())) {
            assertThat(teachers.getResource("org/tinybabel/cli/Main.class")).isNotNull();
            assertThat(teachers.getResource("org/tinybabel/grader/SubmissionGrader.class"))
                    .isNotNull();
        }
    }

    @Test
    void noLibraryIsThereTwice() throws IOException {
        var names = jars("lib").stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("tinybabel-exercises", "pytorch-native-cpu", "junit-jupiter");
        assertThat(jars("teacher"))
                .extracting(Path::getFileName)
                .doesNotContainAnyElementsOf(
                        jars("lib").stream().map(Path::getFileName).toList());
    }

    @Test
    void documentationComesAlongButNotThatOfTheSolutions() throws IOException {
        var names = jars("sources").stream()
                .map(jar -> jar.getFileName().toString())
                .toList();

        assertThat(names)
                .allMatch(name -> name.endsWith("-sources.jar"))
                .noneMatch(name -> name.contains("solutions") || name.contains("cli"));
        // Each lies where the kernel looks for the sources of a jar.
        var documented = jars("lib").stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar"))
                .filter(names::contains)
                .toList();
        assertThat(documented)
                .hasSameSizeAs(names)
                .anyMatch(name -> name.startsWith("tinybabel-display-"))
                .anyMatch(name -> name.startsWith("tablesaw-core-"))
                .anyMatch(name -> name.startsWith("xchart-"))
                .anyMatch(name -> name.startsWith("api-"));
    }

    private static List<String> entries(String artifact) throws IOException {
        var jar = jars("teacher").stream()
                .filter(file -> file.getFileName().toString().startsWith(artifact))
                .findFirst()
                .orElseThrow();
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .filter(name -> !name.startsWith("META-INF/"))
                    .toList();
        }
    }

    private static URL[] urls(String folder) throws IOException {
        return jars(folder).stream().map(DistributionIT::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Path> jars(String folder) throws IOException {
        try (var files = Files.list(DISTRIBUTION.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
