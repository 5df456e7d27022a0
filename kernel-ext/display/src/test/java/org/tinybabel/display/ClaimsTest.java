package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Claims.Finding;

class ClaimsTest {

    private final Claims claims = new Claims();
    private final Claim small = new Claim("C1", "a small mask suffices", "r ≥ 0.95", "random mask");

    private static Finding found(double mean, double low, double high, Verdict verdict) {
        return new Finding(Optional.of(new Interval(mean, low, high)), verdict, "");
    }

    private List<?> data() {
        var json = (Map<?, ?>) claims.renderVerdicts().data().get("application/vnd.tinybabel.verdicts+json");
        assertThat(json.get("version")).isEqualTo(2);
        return (List<?>) json.get("verdicts");
    }

    @Test
    void runningTheCellOfAClaimAgainIsFine() {
        claims.add(small);
        claims.add(new Claim("C1", "a small mask suffices", "r ≥ 0.95", "random mask"));

        assertThat(data()).hasSize(1);
    }

    @Test
    void aClaimCannotBeChangedAfterwards() {
        claims.add(small);

        assertThatThrownBy(() -> claims.add(new Claim("C1", "a small mask suffices", "r ≥ 0.9", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claim C1 was already made as \"a small mask suffices\" (criterion: r ≥ 0.95)")
                .hasMessageContaining("restart the kernel");
    }

    @Test
    void aVerdictNeedsItsClaim() {
        claims.add(small);

        assertThatThrownBy(() -> claims.find("C2", found(1, 1, 1, Verdict.REPRODUCED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no claim C2 was made; there are: C1")
                .hasMessageContaining("claim(\"C2\", text, criterion)");
    }

    @Test
    void theTableShowsClaimCriterionIntervalAndVerdict() {
        claims.add(small);
        claims.find("C1", found(0.959, 0.953, 0.965, Verdict.REPRODUCED));

        var table = claims.renderVerdicts().data();
        assertThat((String) table.get(MimeBundle.HTML))
                .containsSubsequence(
                        "<caption",
                        "<th scope=\"col\"",
                        "<th scope=\"row\"",
                        "C1",
                        "a small mask suffices",
                        "r ≥ 0.95",
                        "0.959 [0.953, 0.965]",
                        "✓ reproduced");
        assertThat((String) table.get(MimeBundle.TEXT))
                .contains("C1 | a small mask suffices | r ≥ 0.95 | 0.959 [0.953, 0.965] | ✓ reproduced");
    }

    @Test
    void theSameStandsInTheOutputAsData() {
        claims.add(small);
        claims.find("C1", found(0.5, 0.25, 0.75, Verdict.NOT_AT_THIS_SCALE));

        assertThat(data().get(0))
                .isEqualTo(Map.of(
                        "id",
                        "C1",
                        "claim",
                        "a small mask suffices",
                        "criterion",
                        "r ≥ 0.95",
                        "control",
                        "random mask",
                        "mean",
                        0.5,
                        "low",
                        0.25,
                        "high",
                        0.75,
                        "verdict",
                        "not reproduced at this scale"));
    }

    @Test
    void aVerdictMayBeGivenAgainAfterTheExperimentRanAgain() {
        claims.add(small);
        claims.find("C1", found(0.5, 0.5, 0.5, Verdict.NOT_AT_THIS_SCALE));
        claims.find("C1", found(1, 1, 1, Verdict.REPRODUCED));

        assertThat(data())
                .singleElement()
                .hasToString(data().get(0).toString())
                .asString()
                .contains("verdict=reproduced");
    }

    @Test
    void aClaimOutOfScopeHasAReasonInsteadOfANumber() {
        claims.add(small);
        claims.find("C1", new Finding(Optional.empty(), Verdict.OUT_OF_SCOPE, "needs a large model"));

        assertThat((String) claims.renderVerdicts().data().get(MimeBundle.TEXT))
                .contains("| – | – out of scope; needs a large model");
        assertThat(data().get(0).toString()).doesNotContain("mean").contains("note=needs a large model");
    }

    @Test
    void aClaimWithoutAVerdictIsShownAsOpen() {
        claims.add(small);

        assertThat((String) claims.renderVerdicts().data().get(MimeBundle.TEXT)).contains("no verdict yet");
        assertThat(data().get(0).toString()).doesNotContain("verdict");
    }

    @Test
    void numbersThatJsonDoesNotKnowAreLeftOutOfTheData() {
        claims.add(small);
        claims.find("C1", found(Double.NaN, Double.NEGATIVE_INFINITY, 1, Verdict.NOT_AT_THIS_SCALE));

        assertThat(data().get(0).toString()).doesNotContain("NaN", "Infinity").contains("high=1.0");
    }

    @Test
    void aClaimSaysSomething() {
        assertThatThrownBy(() -> new Claim("C1", " ", "r > 0", "")).hasMessage("a claim's text must not be blank");
    }
}
