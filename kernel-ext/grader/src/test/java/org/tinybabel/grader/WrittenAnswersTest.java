package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Written;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

final class WrittenAnswersTest {

    @Exercise(id = "98-essay", title = "Essay", visibleTests = SmallChecks.class)
    @Written(question = "d", title = "Why does it work?", points = 3)
    @Written(question = "e", title = "", points = 1)
    private interface Essay {}

    private static String answer(String question, String... cells) {
        var array = new JsonArray();
        for (var source : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", source.startsWith("//") ? "code" : "markdown");
            cell.add("source", Cell.lines(source));
            array.add(cell);
        }
        var json = new JsonObject();
        json.add("cells", array);
        return WrittenAnswers.in(new Notebook(json), Essay.class).stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void theTextOfTheMarkedCellIsTheAnswerWithoutItsMark() {
        assertThat(answer("d", "Some other text", "<!-- ANSWER d -->\nBecause *it* does.\n", "<!-- ANSWER e -->\nYes"))
                .isEqualTo("Because *it* does.");
    }

    @Test
    void severalCellsOfOneQuestionAreJoined() {
        assertThat(answer("d", "<!-- ANSWER d -->\nFirst", "<!--ANSWER d-->\nSecond"))
                .isEqualTo("First\n\nSecond");
    }

    @Test
    void anUntouchedPlaceholderIsBlank() {
        assertThat(answer("d", "<!-- ANSWER d -->\n" + WrittenAnswers.PLACEHOLDER + "\n"))
                .isEmpty();
    }

    @Test
    void aDeletedCellIsBlankAndCodeIsNoAnswer() {
        assertThat(answer("d", "// <!-- ANSWER d --> x")).isEmpty();
    }

    @Test
    void textAboveTheMarkAndASecondMarkInTheCellAreUnderstood() {
        var cell = "Above\n<!-- ANSWER d -->\nbelow\n<!-- ANSWER e -->\nother";

        assertThat(answer("d", cell)).isEqualTo("Above\nbelow");
        assertThat(answer("e", cell)).isEqualTo("other");
    }

    @Test
    void questionsStandInTheAuthorsOrderWithTheirPoints() {
        assertThat(WrittenAnswers.blank(Essay.class))
                .containsExactly(new WrittenAnswer("d", "Why does it work?", 3, ""), new WrittenAnswer("e", "", 1, ""));
        assertThat(WrittenAnswers.blank(Small.class)).isEmpty();
    }
}
