package org.tinybabel.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinybabel.cli.UserError;
import org.tinybabel.lab.scaling.ScalingGrid;

class GridFileTest {

    @Test
    void anEmptyObjectIsTheGridOfTheNotebookWithEightSeeds() {
        assertThat(GridFile.parse("{}", "grid.json"))
                .isEqualTo(ScalingGrid.ofNotebook(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L)));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var text = GridFile.write(GridFile.standard());

        assertThat(GridFile.parse(text, "grid.json")).isEqualTo(GridFile.standard());
        // A person edits it: a mixture, a family and a list of numbers take one line each.
        assertThat(text.lines())
                .contains(
                        "        [0.6, 0.2, 0.2],",
                        "  \"checkpoints\": [300, 450, 650, 900],",
                        "    {\"classes\": 8, \"wordsPerClass\": 2, \"previousDeviation\": 2.0, \"secondDeviation\": 1.0,"
                                + " \"pairDeviation\": 0.0},");
    }

    @Test
    void keysThatAreGivenReplaceThoseOfTheNotebook() {
        var grid = GridFile.parse("{\"sizes\": [{\"width\": 32}], \"seeds\": [5], \"rate\": 1e-3}", "grid.json");

        assertThat(grid.sizes().get(0).width()).isEqualTo(32);
        assertThat(grid.sizes().get(0).mixtures()).hasSize(10);
        assertThat(grid.seeds()).containsExactly(5L);
        assertThat(grid.rate()).isEqualTo(1e-3);
        assertThat(grid.batch()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]| its content must be an object, got [].",
                "{\"bacth\": 3}| there is no key \"bacth\"; there are: families, layers, heads, context, batch, rate,"
                        + " warmUp, average, checkpoints, testSentences, sizes, seeds.",
                "{\"batch\": \"16\"}| \"batch\" must be a whole number, got \"16\".",
                "{\"batch\": 1.5}| \"batch\" must be a whole number, got 1.5.",
                "{\"batch\": null}| \"batch\" must be a whole number, got null.",
                "{\"batch\": 3000000000}| \"batch\" must be a whole number, got 3000000000.",
                "{\"batch\": 0}| batch must be at least 1, got 0.",
                "{\"rate\": true}| \"rate\" must be a number, got true.",
                "{\"rate\": 1e999}| \"rate\" must be a finite number, got 1e999.",
                "{\"seeds\": 3}| \"seeds\" must be a list, got 3.",
                "{\"seeds\": [1, \"x\"]}| \"seeds[1]\" must be a whole number, got \"x\".",
                "{\"seeds\": [1, 2, 1]}| \"seeds\" has the seed 1 twice.",
                "{\"sizes\": [{\"width\": 8}, {\"width\": 8}]}| \"sizes\" has the width 8 twice.",
                "{\"sizes\": [{}]}| \"sizes[0].width\" is missing.",
                "{\"sizes\": [{\"width\": 8, \"mixture\": []}]}| there is no key \"sizes[0].mixture\"; \"sizes[0]\" has:"
                        + " width, mixtures.",
                "{\"sizes\": [{\"width\": 9}]}| the width (9) must be a multiple of the heads (2).",
                "{\"sizes\": [{\"width\": 8, \"mixtures\": [[0.5, 0.5]]}]}| a mixture of width 8 needs 3 shares of 0 or"
                        + " more that add up to 1, got [0.5, 0.5].",
                "{\"sizes\": [{\"width\": 8, \"mixtures\": [[0.5, 0.3, 0.2], [0.5001, 0.2999, 0.2]]}]}| \"sizes\" has"
                        + " the mixture 0.500/0.300/0.200 twice.",
                "{\"families\": [{\"classes\": 0, \"wordsPerClass\": 2}]}| \"families[0]\": a family needs at least two"
                        + " words in at least one class, got 0 classes of 2.",
                "{\"checkpoints\": []}| checkpoints must be rising numbers of steps from 1, got [].",
            })
    void whatDoesNotFitIsOneSentenceWithFileAndKey(String text, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> GridFile.parse(text, "grid.json"))
                .withMessage("grid.json: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"batch\": 3,}| grid.json is not JSON: look at line 1, column 14.",
                "{\"batch\": 3} x| grid.json is not JSON: look at line 1, column 15.",
                "{| grid.json is not JSON: look at line 1, column 2.",
                "{'batch': 3}| grid.json is not JSON: look at line 1, column 3.",
                "// no| grid.json is not JSON: look at line 1, column 2.",
            })
    void whatIsNotJsonIsSaidWithItsPlace(String text, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> GridFile.parse(text, "grid.json"))
                .withMessage(message);
    }

    @Test
    void equalGridsAndNoOthersHaveEqualFingerprints() {
        var fingerprint = GridFile.fingerprint(GridFile.standard());

        assertThat(GridFile.fingerprint(GridFile.parse("{\"rate\": 0.0040}", "grid.json")))
                .isEqualTo(fingerprint)
                .matches("[0-9a-f]{16}");
        assertThat(GridFile.fingerprint(GridFile.parse("{\"batch\": 17}", "grid.json")))
                .isNotEqualTo(fingerprint);
    }
}
