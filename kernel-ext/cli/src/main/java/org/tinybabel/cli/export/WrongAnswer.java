package org.tinybabel.cli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.authoring.Proof;

/**
 * A known-wrong answer of the solutions, as the build proves that the tests reject it.
 *
 * @param name the file's name without its ending, which begins with the question's
 * @param description what is wrong, from the comment on top
 * @param source the Java code below it
 */
record WrongAnswer(String name, String description, String source) {

    private static final String COMMENT = "//";

    /** The wrong answers to an exercise, sorted by name. */
    static List<WrongAnswer> of(Path solutions, String exercise) {
        try {
            return Proof.wrongAnswers(solutions, exercise).stream()
                    .map(WrongAnswer::read)
                    .toList();
        } catch (IOException e) {
            throw new UserError("Cannot read the wrong answers in " + solutions + ": " + e);
        }
    }

    private static WrongAnswer read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var comment =
                    lines.stream().takeWhile(line -> line.startsWith(COMMENT)).toList();
            return new WrongAnswer(
                    Proof.name(file),
                    comment.stream()
                            .map(line -> line.substring(COMMENT.length()).strip())
                            .collect(Collectors.joining(" ")),
                    String.join("\n", lines.subList(comment.size(), lines.size())));
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": " + e);
        }
    }

    /** The question that it answers wrongly. */
    String question() {
        return name.replaceFirst("-.*", "");
    }
}
