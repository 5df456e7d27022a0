package org.tinybabel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Questions that a reader answers from memory. Each answer is a fold that says, when it is opened, whether it is right and why: that
 * needs neither scripts nor a kernel, and works in a printed page's source as well as in every front end.
 *
 * <p>The questions about a notebook are a resource on the class path, {@code org/tinybabel/quiz/NAME.md}:
 *
 * <pre>
 * ## What is asked?
 *
 * - [ ] A wrong answer
 *   Why it is wrong, in one sentence.
 * - [x] The right answer
 *   Why it is right, in one sentence.
 * </pre>
 *
 * @param notebook the notebook's name
 * @param questions in order
 */
public record Quiz(String notebook, List<Question> questions) implements Displayable {

    private static final Pattern OPTION = Pattern.compile("- \\[([ x])] (.+)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRESSED = Pattern.compile("\\*([^*]+)\\*");

    /**
     * A question.
     *
     * @param text the question
     * @param options two answers or more, one of them right
     */
    public record Question(String text, List<Option> options) {

        /**
         * Rejects a question that cannot be answered.
         *
         * @param text the question
         * @param options the answers
         * @throws IllegalArgumentException if there are fewer than two answers, or not exactly one is right
         */
        public Question {
            options = List.copyOf(options);
            if (options.size() < 2 || options.stream().filter(Option::right).count() != 1) {
                throw new IllegalArgumentException(
                        "a question needs two answers or more, and exactly one right one: " + text);
            }
        }
    }

    /**
     * An answer to choose.
     *
     * @param text the answer
     * @param right whether it is the right one
     * @param reason why it is right or wrong, in one sentence
     */
    public record Option(String text, boolean right, String reason) {

        /**
         * Rejects an answer without a reason.
         *
         * @param text the answer
         * @param right whether it is the right one
         * @param reason one sentence
         * @throws IllegalArgumentException if the reason is not one sentence
         */
        public Option {
            if (!reason.endsWith(".") || reason.matches(".*[.?!] +\\p{Lu}.*")) {
                throw new IllegalArgumentException(
                        "the reason of \"" + text + "\" must be one sentence, got \"" + reason + "\"");
            }
        }
    }

    /**
     * Keeps the questions as they are.
     *
     * @param notebook the notebook's name
     * @param questions in order
     */
    public Quiz {
        questions = List.copyOf(questions);
    }

    /**
     * The questions about a notebook.
     *
     * @param notebook its name, such as {@code 01-bigram-subnetworks}
     * @return the questions
     * @throws IllegalArgumentException if there are none on the class path, or they are not written as they must be
     */
    public static Quiz of(String notebook) {
        return find(notebook)
                .orElseThrow(() -> new IllegalArgumentException("there are no questions about \"" + notebook
                        + "\"; the name is that of the notebook's file, such as quiz(\"01-bigram-subnetworks\")"));
    }

    /**
     * Looks for questions about a notebook.
     *
     * @param notebook its name, such as {@code 01-bigram-subnetworks}
     * @return the questions; empty if there are none on the class path
     * @throws IllegalArgumentException if they are not written as they must be
     */
    public static Optional<Quiz> find(String notebook) {
        var path = "org/tinybabel/quiz/" + notebook + ".md";
        var loader =
                Objects.requireNonNullElse(Thread.currentThread().getContextClassLoader(), Quiz.class.getClassLoader());
        try (var stream = loader.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(parse(notebook, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads questions from Markdown.
     *
     * @param notebook the notebook's name
     * @param markdown headings of the second level with lists of answers
     * @return the questions
     * @throws IllegalArgumentException if they are not written as they must be; the message names the line
     */
    public static Quiz parse(String notebook, String markdown) {
        var questions = new ArrayList<Question>();
        for (var block : markdown.split("(?m)^(?=## )")) {
            if (block.startsWith("## ")) {
                questions.add(question(block));
            } else if (!block.isBlank()) {
                throw new IllegalArgumentException("a question begins with \"## \", got \"" + block.strip() + "\"");
            }
        }
        return new Quiz(notebook, questions);
    }

    private static Question question(String block) {
        var lines =
                block.lines().filter(line -> !line.isBlank()).map(String::strip).toList();
        var options = new ArrayList<Option>();
        for (var i = 1; i < lines.size(); i += 2) {
            var option = OPTION.matcher(lines.get(i));
            if (!option.matches() || i + 1 == lines.size()) {
                throw new IllegalArgumentException(
                        "an answer is \"- [ ] text\" or \"- [x] text\" with a reason on the next line, got \""
                                + lines.get(i) + "\"");
            }
            options.add(new Option(option.group(2), option.group(1).equals("x"), lines.get(i + 1)));
        }
        return new Question(lines.get(0).substring(3), options);
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(html(), text());
    }

    private String html() {
        return questions.stream()
                .map(question -> "<li style=\"margin-bottom:0.8em\">" + marked(question.text())
                        + question.options().stream().map(Quiz::fold).collect(Collectors.joining()) + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    private static String fold(Option option) {
        return "<details style=\"margin:0.2em 0\"><summary>" + marked(option.text())
                + "</summary><div style=\"margin:0.2em 0 0.4em 1.2em\"><b>" + judged(option) + "</b> "
                + marked(option.reason())
                + "</div></details>";
    }

    private static String judged(Option option) {
        return option.right() ? "✓ Right." : "✗ No.";
    }

    /** The questions, and after all of them the answers. */
    private String text() {
        var asked = new StringBuilder();
        var answers = new StringBuilder("Answers");
        for (var q = 0; q < questions.size(); q++) {
            asked.append(q + 1).append(". ").append(questions.get(q).text()).append('\n');
            var options = questions.get(q).options();
            for (var o = 0; o < options.size(); o++) {
                var letter = (char) ('a' + o);
                asked.append("   ")
                        .append(letter)
                        .append(") ")
                        .append(options.get(o).text())
                        .append('\n');
                if (options.get(o).right()) {
                    answers.append("\n%d. %s) %s"
                            .formatted(q + 1, letter, options.get(o).reason()));
                }
            }
        }
        return asked + "\n" + answers;
    }

    /**
     * Words of a question as HTML: what stands between backticks is code, and what stands between asterisks is stressed.
     *
     * @param text the words
     * @return HTML
     */
    public static String marked(String text) {
        var withCode = CODE.matcher(Html.text(text))
                .replaceAll(code -> Matcher.quoteReplacement("<code>" + code.group(1) + "</code>"));
        return STRESSED.matcher(withCode)
                .replaceAll(words -> Matcher.quoteReplacement("<em>" + words.group(1) + "</em>"));
    }
}
