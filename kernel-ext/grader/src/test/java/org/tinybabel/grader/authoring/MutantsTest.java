package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutantsTest {

    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <mutations>
            <mutation detected='true' status='KILLED'><mutatedClass>x.HalvingSolution</mutatedClass>
              <mutatedMethod>half</mutatedMethod><lineNumber>2</lineNumber>
              <description>Replaced double division with multiplication</description></mutation>
            <mutation detected='false' status='SURVIVED'><mutatedClass>x.HalvingSolution</mutatedClass>
              <mutatedMethod>lambda$half$0</mutatedMethod><lineNumber>2</lineNumber>
              <description>removed conditional - replaced equality check with true</description></mutation>
            <mutation detected='false' status='SURVIVED'><mutatedClass>x.HalvingSolution</mutatedClass>
              <mutatedMethod>half</mutatedMethod><lineNumber>2</lineNumber>
              <description>removed conditional - replaced equality check with true</description></mutation>
            <mutation detected='false' status='SURVIVED'><mutatedClass>x.OtherHalvingSolution</mutatedClass>
              <mutatedMethod>half</mutatedMethod><lineNumber>2</lineNumber>
              <description>of another exercise</description></mutation>
            </mutations>
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAReport() throws IOException {
        Files.writeString(folder.resolve("mutations.xml"), REPORT);
        Files.writeString(folder.resolve("HalvingSolution.java"), "class HalvingSolution {\n    return x / 2;\n}\n");
        Files.createDirectories(folder.resolve("equivalent"));
    }

    private Mutants mutants(String... lines) throws IOException {
        Files.write(folder.resolve("equivalent/98-halving.txt"), java.util.List.of(lines));
        return Mutants.of(MadeExercise.TESTS, folder, folder.resolve("mutations.xml"), folder);
    }

    @Test
    void survivorsAreFaultsUnlessTheyAreListed() throws IOException {
        var none = mutants();
        assertThat(none.faults())
                .containsExactly("No test notices 2 mutants of 98-halving,"
                        + " half: return x / 2;: replaced equality check with true");
        assertThat(none.score()).isEqualTo("1 of 3 mutants killed (33 %), 0 equivalent, 2 noticed by no test");

        var one = mutants("half: return x / 2;", "    replaced equality check with true, 1: Because.");
        assertThat(one.faults()).singleElement().asString().endsWith("(1 listed as equivalent)");

        var both = mutants("half: return x / 2;", "    replaced equality check with true, 2: Because.");
        assertThat(both.faults()).isEmpty();
        assertThat(both.reasons()).containsExactly("half: return x / 2;: replaced equality check with true: Because.");
        assertThat(both.score()).isEqualTo("1 of 3 mutants killed (33 %), 2 equivalent");
    }

    @Test
    void entriesToWhichNoMutantBelongsAreFaults() throws IOException {
        assertThat(mutants(
                                "half: return x / 2;",
                                "    replaced equality check with true, 3: Because.",
                                "",
                                "half: return x / 3;",
                                "    changed conditional boundary, 1: Because.",
                                "what is this")
                        .faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("lists 3 of half: return x / 2;", "and 2 survive"),
                        fault -> assertThat(fault).contains("lists 1 of half: return x / 3;", "and 0 survive"),
                        fault -> assertThat(fault).contains("line 6: \"what is this\""));
    }
}
