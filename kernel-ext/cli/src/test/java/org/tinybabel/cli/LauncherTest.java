package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start-up script, in a copy of the kit whose path has spaces, with machines of many kinds around it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> SYSTEM_PROGRAMS = List.of(
            "bash",
            "sh",
            "cat",
            "chmod",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch",
            "uname");

    @TempDir
    private Path machine;

    private Path kit;
    private Path programs;
    private Path source;

    @BeforeEach
    void prepareMachine() throws IOException {
        kit = Files.createDirectories(machine.resolve("my kit"));
        Files.copy(Path.of("..", "..", "tinybabel"), kit.resolve("tinybabel"), StandardCopyOption.COPY_ATTRIBUTES);
        source = Files.createDirectories(kit.resolve("kernel-ext/kernel/src/main/java"))
                .resolve("Kernel.java");
        Files.writeString(source, "class Kernel {}");
        Files.writeString(kit.resolve("pom.xml"), "<project/>");
        programs = Files.createDirectories(machine.resolve("bin"));
        for (var name : SYSTEM_PROGRAMS) {
            writeProgram(programs.resolve(name), "exec " + Program.find(name).orElseThrow() + " \"$@\"\n");
        }
        givenJava("17", true);
        givenMaven("3.9.9", 0);
    }

    @Test
    void theFirstStartBuildsAndShowsOneLinePerModule() throws IOException {
        var start = start("doctor", "an argument");

        assertThat(start.output())
                .contains("Building TinyBabel, once", "  [1/2] TinyBabel kernel\n", "  [2/2] TinyBabel\n");
        assertThat(start.output()).contains("org.tinybabel.cli.Main|doctor|an argument");
        assertThat(kit.resolve(".tinybabel/build.log")).content().contains("everything else that Maven says");
    }

    @Test
    void theSecondStartDoesNotBuild() throws IOException {
        start("doctor");

        var second = start("doctor");

        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).doesNotContain("uilding").contains("org.tinybabel.cli.Main|doctor");
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws IOException {
        start("doctor");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(start("doctor").output()).contains("The sources have changed: building TinyBabel again.");
    }

    @Test
    void aChangedExerciseIsBuiltAgainUnlessItIsProved() throws IOException {
        start("doctor");
        var exercise = Files.createDirectories(kit.resolve("exercises/src/main/java"));
        Files.setLastModifiedTime(exercise, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(start("prove", "31").output()).doesNotContain("uilding").contains("org.tinybabel.cli.Main|prove|31");
        assertThat(start("doctor").output()).contains("building TinyBabel again");
    }

    @Test
    void aDeletedSourceIsBuiltAgain() throws IOException {
        start("doctor");
        Files.delete(source);
        Files.setLastModifiedTime(
                source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(start("doctor").output()).contains("building TinyBabel again");
    }

    @Test
    void aFailedBuildShowsTheErrorAndTheLogAndIsTriedAgain() throws IOException {
        givenMaven("3.9.9", 1);

        var failed = start("doctor");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.output())
                .contains("[ERROR] Kernel.java is wrong", "the build failed; everything Maven said is in ", "build.log")
                .doesNotContain("org.tinybabel.cli.Main");
        givenMaven("3.9.9", 0);
        assertThat(start("doctor").output()).contains("Building TinyBabel", "org.tinybabel.cli.Main|doctor");
    }

    @Test
    void itCanBeCalledThroughLinksFromAnywhere() throws IOException {
        var first = Files.createSymbolicLink(machine.resolve("first"), kit.resolve("tinybabel"));
        var second = Files.createSymbolicLink(programs.resolve("tb"), Path.of("../first"));

        var start = startScript(second, "doctor");

        assertThat(first).isSymbolicLink();
        assertThat(start.exitCode()).isZero();
        assertThat(start.output()).contains("-Dtinybabel.home=" + kit.toRealPath() + "|");
    }

    @Test
    void whereThereIsNoLocaleJavaGetsOneThatKnowsAllLetters() throws IOException {
        writeProgram(programs.resolve("locale"), "[ \"$LC_CTYPE\" = C.UTF-8 ] || echo ANSI_X3.4-1968");
        givenJavaThatShows("LC_ALL=$LC_ALL LC_CTYPE=$LC_CTYPE");
        var script = kit.resolve("tinybabel");

        assertThat(startScript(script, List.of("LANG=C"), "doctor").output()).contains("LC_ALL= LC_CTYPE=C.UTF-8");
        assertThat(startScript(script, List.of("LC_ALL=POSIX"), "doctor").output())
                .contains("LC_ALL=C.UTF-8 LC_CTYPE=C.UTF-8");
    }

    @Test
    void aLocaleOfTheUserStays() throws IOException {
        writeProgram(programs.resolve("locale"), "echo ISO-8859-15");
        givenJavaThatShows("LC_ALL=$LC_ALL LC_CTYPE=$LC_CTYPE");

        assertThat(startScript(kit.resolve("tinybabel"), List.of("LC_ALL=de_DE@euro"), "doctor")
                        .output())
                .contains("LC_ALL=de_DE@euro LC_CTYPE=\n");
    }

    @Test
    void java11IsTooOld() throws IOException {
        givenJava("11", true);

        assertOneSentence("this needs Java 17 or newer, and " + programs.resolve("java") + " is Java 11:");
    }

    @Test
    void java8IsTooOld() throws IOException {
        givenJava("1.8", true);

        assertOneSentence("is Java 1.8:");
    }

    @Test
    void aRuntimeWithoutCompilerIsNotEnough() throws IOException {
        givenJava("17", false);

        assertOneSentence("is Java 17 without its compiler (a JRE), and this needs the JDK:");
    }

    @Test
    void withoutJavaItSaysHowToGetIt() throws IOException {
        Files.delete(programs.resolve("java"));

        assertOneSentence("there is no Java: get a JDK 17 or newer (");
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws IOException {
        var start = startScript(kit.resolve("tinybabel"), List.of("JAVA_HOME=/no/such/jdk"), "doctor");

        assertThat(start.exitCode()).isEqualTo(3);
        assertThat(start.output()).contains("JAVA_HOME is /no/such/jdk, but there is no Java");
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws IOException {
        Files.delete(programs.resolve("mvn"));

        assertOneSentence("there is no Maven, and building needs 3.8 or newer:");
    }

    @Test
    void maven36IsTooOld() throws IOException {
        givenMaven("3.6.3", 0);

        assertOneSentence("building needs Maven 3.8 or newer, and " + programs.resolve("mvn") + " is Maven 3.6.3:");
    }

    private void assertOneSentence(String words) throws IOException {
        var start = start("doctor");

        assertThat(start.exitCode()).isEqualTo(3);
        assertThat(start.output())
                .startsWith("tinybabel: ")
                .contains(words)
                .endsWith(".\n")
                .hasLineCount(1);
    }

    /** A java that says which version it is, and otherwise shows how it was called. */
    private void givenJava(String version, boolean withCompiler) throws IOException {
        var home = Files.createDirectories(machine.resolve("jdk"));
        var compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.deleteIfExists(compiler);
        if (withCompiler) {
            writeProgram(compiler, "exit 0");
        }
        writeProgram(
                programs.resolve("java"),
                """
                if [ "$1" = -XshowSettings:properties ]; then
                  echo "    java.home = %s" >&2
                  echo "    java.specification.version = %s" >&2
                else
                  for argument in "$@"; do printf '%%s|' "$argument"; done
                fi
                """
                        .formatted(home, version));
    }

    /** A java that also shows variables. */
    private void givenJavaThatShows(String words) throws IOException {
        var java = programs.resolve("java");
        writeProgram(
                java, Files.readString(java) + "\n[ \"$1\" = -XshowSettings:properties ] || echo \"" + words + "\"\n");
    }

    /** A Maven that builds, or fails to build, a kit of two modules. */
    private void givenMaven(String version, int exitCode) throws IOException {
        writeProgram(
                programs.resolve("mvn"),
                """
                if [ "$1" = -version ]; then
                  echo "Apache Maven %s (hash)"
                  exit
                fi
                echo "[INFO] Building TinyBabel kernel 0.1.0-SNAPSHOT                       [1/2]"
                echo "everything else that Maven says"
                echo "[INFO] Building TinyBabel 0.1.0-SNAPSHOT                       [2/2]"
                mkdir -p kernel-ext/cli/target/tinybabel/lib kernel-ext/cli/target/tinybabel/teacher
                [ %d -eq 0 ] || echo "[ERROR] Kernel.java is wrong"
                exit %d
                """
                        .formatted(version, exitCode, exitCode));
    }

    private static void writeProgram(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Program.Outcome start(String... arguments) throws IOException {
        return startScript(kit.resolve("tinybabel"), arguments);
    }

    private Program.Outcome startScript(Path script, String... arguments) throws IOException {
        return startScript(script, List.of(), arguments);
    }

    private Program.Outcome startScript(Path script, List<String> variables, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(programs.resolve("env").toString(), "-i", "PATH=" + programs));
        command.addAll(variables);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        return Program.run(Duration.ofMinutes(1), command);
    }
}
