package org.tinybabel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tinybabel.grader.authoring.ExerciseScaffold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins an exercise that passes every gate of the build. */
@Command(
        name = "new-exercise",
        description = {
            "Begin an exercise: contract, visible and hidden tests, master notebook,",
            "student notebook and known-wrong answers. It passes every gate of the build;",
            "replace its small questions by those of your paper.",
            "The files are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel new-exercise 31-my-paper",
            "  tinybabel new-exercise 31-my-paper --title \"My Paper\""
        })
final class NewExerciseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NN-SLUG", description = "Its name: two digits and lower-case words, such as 31-my-paper.")
    private String id;

    @Option(names = "--title", paramLabel = "T", description = "Its title (without it: made of the name).")
    private String title;

    @Override
    public Integer call() throws IOException {
        var home = Kit.current().home();
        try {
            var scaffold = new ExerciseScaffold(home, id, title == null ? ExerciseScaffold.titleOf(id) : title);
            scaffold.write().forEach(file -> spec.commandLine().getOut().println(home.relativize(file)));
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + ".");
        }
        spec.commandLine()
                .getErr()
                .println(
                        """
                        Next:
                          1. Write the contract: each method, its rules, every exception it may throw.
                          2. Write the master notebook in solutions/, then: ./tinybabel assign
                          3. Write visible and hidden tests, and in solutions/wrong/%1$s.edits
                             one wrong answer for each way to go wrong.
                          4. mvn spotless:apply
                          5. See which test catches what: ./tinybabel prove %1$s"""
                                .formatted(id));
        return 0;
    }
}
