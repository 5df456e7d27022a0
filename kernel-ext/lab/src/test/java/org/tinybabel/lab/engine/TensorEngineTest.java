package org.tinybabel.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.LibUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.lab.JavaProcess;

class TensorEngineTest {

    /** Starts the engine, and says what a user would see. */
    static final class Start {
        public static void main(String[] arguments) {
            try (var scope = TensorScope.open()) {
                System.out.println(
                        "sum " + scope.array(new float[] {1, 2}).sum().getFloat() + " on " + TensorEngine.device()
                                + " by " + LibUtils.getLibtorchPath());
            } catch (NativeLibraryException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void theEngineStartsWithoutALogLine() throws Exception {
        assertThat(JavaProcess.run(Start.class, List.of(), Map.of()))
                .hasLineCount(1)
                .startsWith("sum 3.0 on ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPyTorchOfTheUsersOwnIsTaken(@TempDir Path folder) throws Exception {
        var kits = JavaProcess.run(Start.class, List.of(), Map.of()).strip().replaceFirst(".* by ", "");
        var own = Files.createDirectories(folder.resolve("own/lib"));
        var links = links(Path.of(kits), own);

        var printed = JavaProcess.run(
                Start.class,
                List.of(),
                Map.of("PYTORCH_LIBRARY_PATH", own.toString(), "ENGINE_CACHE_DIR", folder.toString()));

        assertThat(printed).isEqualToIgnoringNewLines("sum 3.0 on cpu by " + own);
        for (var link : links) {
            Files.delete(link); // or JUnit would warn about where they lead
        }
    }

    @Test
    void aPyTorchForCudaIsKnownByItsLibrary(@TempDir Path folder) throws Exception {
        var cpu = Files.createDirectories(folder.resolve("cpu")).toString();
        var cuda = Files.createDirectories(folder.resolve("cuda")).toString();
        Files.createFile(Path.of(cuda, System.mapLibraryName("torch_cuda")));

        assertThat(TensorEngine.flavor(cpu)).isEqualTo("cpu");
        assertThat(TensorEngine.flavor(cuda)).isEqualTo("cu128");
        assertThat(TensorEngine.flavor(cpu + File.pathSeparator + cuda)).isEqualTo("cu128");
        assertThat(TensorEngine.flavor(folder + "/none")).isEqualTo("cpu");
    }

    private static List<Path> links(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            var links = new ArrayList<Path>();
            for (var file : files.toList()) {
                if (!file.getFileName().toString().contains("djl")) {
                    links.add(Files.createSymbolicLink(to.resolve(file.getFileName()), file));
                }
            }
            return links;
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedTogetherWithTheWayOut(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var impossible = file.resolve("cache");

        var printed = JavaProcess.run(Start.class, List.of(), Map.of("ENGINE_CACHE_DIR", impossible.toString()));

        assertThat(printed)
                .contains("The native library of PyTorch cannot be unpacked: the folder is not writable")
                .contains("Folder: " + impossible.resolve("pytorch"))
                .contains("environment variable DJL_CACHE_DIR");
    }

    @Test
    void aFullDiskIsNamedWithTheSpaceThatIsMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> TensorEngine.checkSpace(folder, 12L << 20))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageStartingWith(
                        "The native library of PyTorch needs 500 MB, but only 12 MB are free. Folder: " + folder)
                .hasMessageContaining("ENGINE_CACHE_DIR");
    }

    @Test
    void fewerThanOneThreadIsRefused() {
        assertThatThrownBy(() -> TensorEngine.setThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of threads must be at least 1, got 0");
    }

    @Test
    void inputsAndTargetsAreTheSentenceShiftedByOne() {
        try (var scope = TensorScope.open()) {
            var sentences = new int[][] {{1, 2, 3}, {4, 5, 6}};

            assertThat(scope.inputs(sentences).toLongArray()).containsExactly(1, 2, 4, 5);
            assertThat(scope.targets(sentences).toLongArray()).containsExactly(2, 3, 5, 6);
        }
    }

    @Test
    void sentencesOfDifferentLengthAreRefused() {
        try (var scope = TensorScope.open()) {
            assertThatThrownBy(() -> scope.tokens(new int[][] {{1, 2}, {3}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("all rows must have the length of the first (2), row 1 has 1");
        }
    }

    @Test
    void streamsOfDifferentPurposesAndSeedsDiffer() {
        assertThat(RandomStreams.of(1, "weights").nextLong())
                .isEqualTo(RandomStreams.of(1, "weights").nextLong())
                .isNotEqualTo(RandomStreams.of(1, "batches").nextLong())
                .isNotEqualTo(RandomStreams.of(2, "weights").nextLong());
    }
}
