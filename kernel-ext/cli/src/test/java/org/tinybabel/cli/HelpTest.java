package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    private static final Path ROOT = Path.of("..", "..");

    /** All commands, those inside others as two words. */
    static Stream<String> commands() {
        return new CommandLine(new Main())
                .getSubcommands().entrySet().stream()
                        .flatMap(command -> Stream.concat(
                                Stream.of(command.getKey()),
                                command.getValue().getSubcommands().keySet().stream()
                                        .map(inner -> command.getKey() + " " + inner)));
    }

    private static CommandLine find(String command) {
        var found = new CommandLine(new Main());
        for (var word : command.split(" ")) {
            found = found.getSubcommands().get(word);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExampleInEightyColumns(String command) {
        var help = Invocation.of(ROOT, (command + " --help").split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).containsPattern("Examples?:\\R  (sudo )?tinybabel " + command);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionAndParameterIsDescribed(String command) {
        var spec = find(command).getCommandSpec();

        assertThat(spec.args()).allSatisfy(argument -> assertThat(argument.description())
                .as(argument.paramLabel())
                .isNotEmpty());
    }

    @Test
    void aCallWithoutACommandShowsThemAll() {
        var call = Invocation.of(ROOT);

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).startsWith("Name a command.").contains("lab", "run", "doctor");
    }

    @Test
    void anUnknownCommandIsNamed() {
        var call = Invocation.of(ROOT, "rum", "01");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("rum", "tinybabel run");
    }
}
