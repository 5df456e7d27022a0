package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The set-up guides name commands and files that there are, and say when they were tried. */
class SetupGuidesTest {

    private static final Path HOME = Path.of("..", "..");
    private static final Path FOLDER = HOME.resolve("notebooks/setup");

    static List<Path> guides() throws Exception {
        try (var files = Files.newDirectoryStream(FOLDER, "*.md")) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theirLinksLeadSomewhere(Path guide) throws Exception {
        assertThat(all("\\]\\(([^)]+)\\)", Files.readString(guide)).stream()
                        .filter(link -> !link.startsWith("https://")))
                .allSatisfy(link -> assertThat(guide.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theirCommandsAreThoseOfTheKit(Path guide) throws Exception {
        assertThat(new CommandLine(new Main()).getSubcommands().keySet())
                .containsAll(all("(?:\\./|/opt/tinybabel/)tinybabel ([a-z][a-z-]*)", Files.readString(guide)));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theySayWhenTheyWereTriedAndWhatWasNot(Path guide) throws Exception {
        assertThat(Files.readString(guide))
                .containsPattern("20\\d\\d-\\d\\d-\\d\\d")
                .contains("tried", "not");
    }

    @Test
    void theReadmeLeadsToEachOfThem() throws Exception {
        var readme = Files.readString(HOME.resolve("README.md"));

        assertThat(guides()).isNotEmpty().allSatisfy(guide -> assertThat(readme)
                .contains("(notebooks/setup/" + guide.getFileName() + ")"));
    }
}
