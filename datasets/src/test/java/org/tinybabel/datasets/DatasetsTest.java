package org.tinybabel.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    @Test
    void everyTableInTheFolderIsListedAndHasADatasheet() throws IOException {
        try (var files = Files.list(Path.of("tables"))) {
            var tables = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".csv"))
                    .map(file -> file.replace(".csv", ""))
                    .sorted()
                    .toList();
            assertThat(Datasets.names()).isEqualTo(tables);
        }
        assertThat(Datasets.names())
                .allSatisfy(name -> assertThat(Datasets.datasheet(name)).contains("# " + name + ".csv", "Licence"));
    }

    @Test
    void everyColumnIsExplainedInTheDatasheet() throws IOException {
        for (var name : Datasets.names()) {
            var header = new String(Datasets.open(name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(header.split(","))
                    .allSatisfy(column -> assertThat(Datasets.datasheet(name)).contains("| " + column + " |"));
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Datasets.open("paper"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no table named \"paper\"; choose one of: " + String.join(", ", Datasets.names()));
    }
}
