package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Calibration.Judged;
import org.tinybabel.display.Claims.Finding;
import org.tinybabel.display.Prediction.Outcome;
import org.tinybabel.display.Prediction.Range;

class PredictionTest {

    private final RecordingHost host = new RecordingHost();
    private final Claims claims = new Claims();
    private Host before;

    @BeforeEach
    void begin() {
        before = Hosts.current();
        Hosts.install(host);
        claims.add(new Claim("C1", "a small mask suffices", "r ≥ 0.95", ""));
        claims.add(new Claim("C2", "it sits in layer 1", "share above 1/3", ""));
        claims.add(new Claim("C3", "it is needed", "loss rises", ""));
    }

    @AfterEach
    void restore() {
        Hosts.install(before);
    }

    private void find(String id, double mean, Verdict verdict) {
        claims.find(id, new Finding(Optional.of(new Interval(mean, mean - 0.1, mean + 0.1)), verdict, ""));
    }

    private String verdicts() {
        return (String) claims.renderVerdicts().data().get(MimeBundle.TEXT);
    }

    private Map<?, ?> data() {
        return (Map<?, ?>) claims.renderVerdicts().data().get(Claims.MEDIA_TYPE);
    }

    @Test
    void predictionResultAndCalibrationStandSideBySide() {
        claims.predict("C1", Outcome.of("C1", "holds", 90));
        claims.predict("C2", Outcome.of("C2", "fails", 60));
        claims.predict("C3", Range.of(1, 2, 70));
        find("C1", 0.97, Verdict.REPRODUCED);
        find("C2", 0.4, Verdict.REPRODUCED);
        find("C3", 1.5, Verdict.NOT_AT_THIS_SCALE);

        assertThat(verdicts())
                .contains("| You predicted | Measured | Verdict")
                .contains("r ≥ 0.95 | holds, 90 % sure: right | 0.97")
                .contains("| fails, 60 % sure: wrong | 0.4")
                .contains("| 1 to 2, 70 % sure: right | 1.5")
                // (0.1² + 0.6² + 0.3²) / 3
                .contains("2 of 3 predictions came true (67 %), with a mean confidence of 73 %: 6 points too sure")
                .contains("Brier score 0.153");
        assertThat((String) claims.renderVerdicts().data().get(MimeBundle.HTML))
                .containsSubsequence("You predicted", "holds, 90 % sure: right", "</table>", "Calibration:");
        assertThat(((List<?>) data().get("verdicts")).get(0).toString())
                .contains("prediction={outcome=holds, confidence=90, right=true}");
        assertThat(((List<?>) data().get("verdicts")).get(2).toString())
                .contains("prediction={low=1.0, high=2.0, confidence=70, right=true}");
        assertThat(data().get("calibration").toString()).startsWith("{predictions=3, right=2, confidence=0.73");
    }

    @Test
    void aNotebookThatAsksForNoPredictionShowsNone() {
        find("C1", 0.97, Verdict.REPRODUCED);

        assertThat(verdicts()).doesNotContain("predicted", "Calibration");
        assertThat(data().containsKey("calibration")).isFalse();
    }

    @Test
    void oneThatWasAskedForAndNotMadeIsShownAsMissing() {
        claims.ask("C1");
        find("C1", 0.97, Verdict.REPRODUCED);

        assertThat(verdicts()).contains("r ≥ 0.95 | – | 0.97", "no prediction was made before the data");
    }

    @Test
    void afterTheVerdictAPredictionChangesNoMore() {
        assertThat(claims.predict("C1", Outcome.of("C1", "fails", 80))).isEqualTo("C1: you predict: fails, 80 % sure.");
        claims.predict("C1", Outcome.of("C1", "holds", 70));
        find("C1", 0.97, Verdict.REPRODUCED);

        assertThat(claims.predict("C1", Outcome.of("C1", "holds", 100)))
                .contains("this stays as it was", "holds, 70 % sure", "Restart the kernel");
        assertThat(verdicts()).contains("holds, 70 % sure: right").doesNotContain("100 %, with");
        find("C2", 0.5, Verdict.REPRODUCED);
        assertThat(claims.predict("C2", Outcome.of("C2", "holds", 100))).contains("too late");
        assertThat(verdicts()).contains("share above 1/3 | – |");
    }

    @Test
    void aClaimOutOfScopeMakesNoPredictionRightOrWrong() {
        claims.predict("C1", Outcome.of("C1", "fails", 80));
        claims.find("C1", new Finding(Optional.empty(), Verdict.OUT_OF_SCOPE, "too small"));

        assertThat(verdicts()).contains("| fails, 80 % sure | – |", "no prediction was made");
    }

    @Test
    void predictionsAreJudgedOnTheOutcomeSoThatAControlMakesHoldsWrong() {
        for (var id : List.of("C1", "C2", "C3")) {
            claims.predict(id, Outcome.of(id, "holds", 80));
        }
        find("C1", 1, Verdict.CONTROL_DOES_THE_SAME);
        find("C2", 1, Verdict.UNDECIDED);
        find("C3", 1, Verdict.HOLDS);

        assertThat(verdicts()).contains("1 of 3 predictions came true");
    }

    @Test
    void theVerdictItselfCanBePredicted() {
        claims.predict("C1", Outcome.of("C1", "control does the same", 40));
        claims.predict("C2", Outcome.of("C2", "undecided", 30));
        claims.predict("C3", Outcome.of("C3", "fails", 90));
        find("C1", 1, Verdict.CONTROL_DOES_THE_SAME);
        find("C2", 1, Verdict.CONTRADICTED);
        find("C3", 1, Verdict.CONTRADICTED);

        assertThat(verdicts())
                .contains("control does the same, 40 % sure: right")
                .contains("undecided, 30 % sure: wrong")
                .contains("fails, 90 % sure: right");
        assertThatThrownBy(() -> Outcome.of("C1", "undecided", 20))
                .hasMessage("the confidence must be 25 to 100 per cent, got 20");
    }

    @Test
    void whatCannotBeAPredictionIsRefusedWithTheCodeThatCan() {
        assertThatThrownBy(() -> Outcome.of("C1", "yes", 80))
                .hasMessage(
                        "a claim holds or fails: write predict(\"C1\", \"holds\", 80) or \"fails\"; or name the verdict, such"
                                + " as \"control does the same\"; got \"yes\"");
        assertThatThrownBy(() -> Outcome.of("C1", "holds", 20))
                .hasMessageContaining("got 20; less than even odds for \"holds\" means \"fails\" with 80");
        assertThatThrownBy(() -> Outcome.of("C1", "holds", 101)).hasMessageEndingWith("got 101");
        assertThatThrownBy(() -> Range.of(2, 1, 80)).hasMessageContaining("got 2.0 to 1.0");
        assertThatThrownBy(() -> Range.of(Double.NaN, 1, 80)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Range.of(0, 1, 0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> claims.predict("C9", Outcome.of("C9", "holds", 80)))
                .hasMessageContaining("no claim C9 was made; there are: C1, C2, C3");
    }

    @Test
    void withoutWidgetsTheFormSaysWhatToWrite() {
        new PredictionForm(claims).show(List.of("C1", "C3"));

        assertThat(host.last().text())
                .contains("C1: a small mask suffices", "predict(\"C1\", \"holds\", 80);", "predict(\"C3\"")
                .doesNotContain("C2");
        find("C1", 1, Verdict.REPRODUCED);
        assertThat(verdicts()).contains("You predicted");
    }

    @Test
    void theBrierScoreIsTheMeanSquaredErrorOfTheConfidence() {
        var always = Calibration.of(List.of(new Judged(50, true), new Judged(50, false)));
        assertThat(always.brier()).isEqualTo(0.25);
        assertThat(always.words()).contains("well calibrated", "chance has a large part");
        assertThat(Calibration.of(List.of(new Judged(100, true))).brier()).isZero();
        assertThat(Calibration.of(List.of(new Judged(60, true))).words()).contains("40 points too modest");
        assertThat(Calibration.of(java.util.Collections.nCopies(20, new Judged(95, true)))
                        .words())
                .doesNotContain("chance");
    }
}
