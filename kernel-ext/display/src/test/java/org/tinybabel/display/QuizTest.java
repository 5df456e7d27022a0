package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuizTest {

    private static final String TWO =
            """
            ## What does `λ` cost?

            - [ ] A layer
              A layer is not what is counted.
            - [x] A weight < 1
              It is the price of each weight that is kept.

            ## Is a *control* needed?

            - [x] Yes
              Without it, the claim could hold for the wrong reason.
            - [ ] No
              Then nothing could show that the measure means nothing.
            """;

    private final Quiz quiz = Quiz.parse("01-two", TWO);

    @Test
    void everyAnswerIsAFoldThatSaysWhetherItIsRightAndWhy() {
        assertThat((String) quiz.toMimeBundle().data().get(MimeBundle.HTML))
                .containsSubsequence(
                        "<ol><li",
                        "What does <code>λ</code> cost?",
                        "<summary>A layer</summary>",
                        "✗ No.",
                        "A layer is not what is counted.",
                        "<summary>A weight &lt; 1</summary>",
                        "✓ Right.",
                        "<li",
                        "Is a <em>control</em> needed?")
                .doesNotContain("<script", "onclick");
    }

    @Test
    void asTextTheAnswersStandAfterAllQuestions() {
        assertThat((String) quiz.toMimeBundle().data().get(MimeBundle.TEXT))
                .containsSubsequence(
                        "1. What does `λ` cost?",
                        "a) A layer",
                        "b) A weight < 1",
                        "2. Is a *control* needed?",
                        "Answers",
                        "1. b) It is the price of each weight that is kept.",
                        "2. a) Without it");
    }

    @Test
    void aQuestionHasOneRightAnswerAndEveryAnswerAReason() {
        assertThatThrownBy(() -> Quiz.parse("x", TWO.replace("[x]", "[ ]")))
                .hasMessageContaining("exactly one right one");
        assertThatThrownBy(() -> Quiz.parse("x", TWO.replace("[ ]", "[x]")))
                .hasMessageContaining("exactly one right one");
        assertThatThrownBy(() -> Quiz.parse("x", "## Why?\n- [x] So\n  It is so."))
                .hasMessageContaining("two answers");
        assertThatThrownBy(() -> Quiz.parse("x", TWO.replace("  A layer is not what is counted.\n", "")))
                .hasMessageContaining("the reason of \"A layer\" must be one sentence, got \"- [x] A weight < 1\"");
        assertThatThrownBy(() -> Quiz.parse("x", TWO.replace("- [ ] No", "* No")))
                .hasMessageContaining("- [ ] text");
        assertThatThrownBy(() -> Quiz.parse("x", TWO.replace("counted.", "counted. It never was.")))
                .hasMessageContaining("one sentence");
        assertThatThrownBy(() -> Quiz.parse("x", "Hello\n" + TWO)).hasMessageContaining("got \"Hello\"");
    }

    @Test
    void aNotebookWithoutQuestionsIsNamed() {
        assertThatThrownBy(() -> Quiz.of("31-none"))
                .hasMessageContaining("no questions about \"31-none\"")
                .hasMessageContaining("quiz(\"01-bigram-subnetworks\")");
    }
}
