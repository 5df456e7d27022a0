package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No source relies on this machine's language, character set, time zone or signals: a build in Istanbul, in a container
 * without a locale, or in the background of a script does the same as on the author's desk.
 */
class PortableSourcesTest {

    private static final Path ROOT = Path.of("..", "..");

    private record Source(Path file, String text) {

        /** The source without what stands in comments and string literals. */
        String code() {
            return text.replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\"(\\\\.|[^\"\\\\\\n])*\"", "\"\"")
                    .replaceAll("//.*", "");
        }
    }

    private static List<Source> sources() throws IOException {
        var sources = new ArrayList<Source>();
        for (var folder : List.of("datasets/src", "exercises/src", "solutions/src", "kernel-ext")) {
            try (var files = Files.walk(ROOT.resolve(folder))) {
                var java = files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().contains("/java/"))
                        .toList();
                for (var file : java) {
                    sources.add(new Source(file, Files.readString(file)));
                }
            }
        }
        return sources;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "letters change case by the rules of a named locale ¦ \\.to(Upper|Lower)Case\\(\\)                     ¦ -",
                "numbers are formatted by the rules of a named locale ¦ String\\.format\\(\\s*\"                         ¦ -",
                "bytes become text in a named character set ¦ \\.getBytes\\(\\)|new String\\([^;,]*readAllBytes\\(\\)\\) ¦ -",
                "files are read in a named character set    ¦ new File(Reader|Writer)\\([^,]*\\)                         ¦ -",
                // A person's own due times and hours are in the time zone that they live in.
                "days begin in a named time zone ¦ systemDefault\\(|Local(Date|DateTime|Time)\\.now\\(\\) ¦ FreshCheck|ReportInputs"
            })
    void nothingDependsOnTheMachine(String rule, String forbidden, String meant) throws IOException {
        var pattern = Pattern.compile(forbidden);

        assertThat(sources())
                .filteredOn(source -> !source.file().toString().matches(".*(" + meant + ")\\.java"))
                .filteredOn(source -> pattern.matcher(source.code()).find())
                .extracting(Source::file)
                .as(rule)
                .isEmpty();
    }

    @Test
    void aTestThatSendsCtrlCStartsItsProgramWithTheSignalsOfATerminal() throws IOException {
        var signal = Pattern.compile("\"-?(INT|HUP|SIGINT|SIGHUP)\"");
        assertThat(sources())
                .filteredOn(source -> source.file().toString().contains("/src/test/"))
                .filteredOn(source -> signal.matcher(source.text()).find())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.text()).contains("DefaultSignals"));
    }
}
