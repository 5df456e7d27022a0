package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verdicts that include their control: each outcome, and what is refused. */
class JudgementTest {

    private static final Interval ABOVE = new Interval(0.06, 0.04, 0.08).of(8, "t");
    private static final Interval BELOW = new Interval(-0.06, -0.08, -0.04).of(8, "t");
    private static final Interval STRADDLING = new Interval(0, -0.01, 0.01).of(8, "t");

    private final Claims claims = new Claims();

    @BeforeEach
    void claim() {
        claims.add(new Claim(
                "C1",
                TinyBabel.paper("One layer is enough", "§4.2", "−0.3 perplexity"),
                Optional.of(TinyBabel.measure("gain", "nats")),
                "above 0",
                "drawn routes above 0"));
        claims.add(new Claim(
                "C2",
                TinyBabel.ours("The gain is hindsight"),
                Optional.of(TinyBabel.measure("share", "", 0, 1)),
                "above 0.5",
                "another word above 0.5"));
    }

    private Verdict judge(Interval measured, Interval control) {
        return claims.judge("C1", measured, measured.above(0), control.above(0));
    }

    @Test
    void aClaimOfThePaperHasFiveOutcomes() {
        assertThat(judge(ABOVE, BELOW)).isEqualTo(Verdict.REPRODUCED);
        assertThat(judge(ABOVE, ABOVE)).isEqualTo(Verdict.CONTROL_DOES_THE_SAME);
        assertThat(judge(ABOVE, STRADDLING)).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(STRADDLING, BELOW)).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(BELOW, BELOW)).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judge(BELOW, ABOVE)).isEqualTo(Verdict.CONTRADICTED);
        claims.find("C1", new Claims.Finding(Optional.empty(), Verdict.OUT_OF_SCOPE, "too large"));
        assertThat(text()).contains("– out of scope; too large");
    }

    @Test
    void aClaimOfOursHoldsOrDoesNotHold() {
        var share = new Interval(0.9, 0.8, 1).of(8, "logit");
        var half = new Interval(0.2, 0.1, 0.3).of(8, "logit");

        assertThat(claims.judge("C2", share, share.above(0.5), half.above(0.5))).isEqualTo(Verdict.HOLDS);
        assertThat(claims.judge("C2", half, half.above(0.5), half.above(0.5))).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void withoutAControlTheCriterionDecides() {
        assertThat(claims.judge("C1", ABOVE, ABOVE.above(0), TinyBabel.noControl("a count of a fixed table")))
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(text()).contains("none: a count of a fixed table");
        assertThatThrownBy(() -> TinyBabel.noControl(" ")).hasMessageContaining("say why there is no control");
    }

    @Test
    void aCriterionAboutSomethingElseIsRefused() {
        assertThatThrownBy(() -> claims.judge("C1", ABOVE, BELOW.below(0), STRADDLING.above(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the criterion of C1 is about [-0.06")
                .hasMessageContaining("not about the measured 0.06");
    }

    @Test
    void anIntervalThatLeavesTheRangeOfABoundedMeasureIsRefused() {
        var beyond = new Interval(0.97, 0.94, 1.002).of(8, "t");
        var good = new Interval(0.97, 0.94, 0.99).of(8, "logit");

        assertThatThrownBy(() -> claims.judge("C2", beyond, beyond.above(0.5), good.above(0.5)))
                .hasMessageContaining("leaves the range of \"share\", 0 to 1", "Intervals.logit");
        assertThatThrownBy(() -> claims.judge("C2", good, good.above(0.5), beyond.above(0.5)))
                .hasMessageContaining("leaves the range");
    }

    @Test
    void aStatementSaysWhoseItIs() {
        assertThatThrownBy(() -> TinyBabel.paper("One layer is enough", "", "0.3"))
                .hasMessageContaining("ours(text)");
        assertThatThrownBy(() -> TinyBabel.paper("One layer is enough", "§4", " "))
                .hasMessageContaining("no number");
        assertThat((String) claims.renderClaims().data().get(MimeBundle.TEXT))
                .contains("Toy measure | Criterion | Control: no evidence if")
                .contains(
                        "C1 | One layer is enough (§4.2: −0.3 perplexity) | gain (nats) | above 0 | drawn routes above 0")
                .contains("C2 | Ours: The gain is hindsight | share | above 0.5");
    }

    @Test
    void controlAndCriterionStandInTheTableAndInTheData() {
        judge(ABOVE, ABOVE);

        assertThat(text()).contains("0.06 [0.04, 0.08] above 0: the same | = control does the same");
        var data = (Map<?, ?>) claims.renderVerdicts().data().get(Claims.MEDIA_TYPE);
        assertThat(data.get("version")).isEqualTo(2);
        var entry = (Map<?, ?>) ((List<?>) data.get("verdicts")).get(0);
        assertThat(entry.get("author")).isEqualTo("paper");
        assertThat(entry.get("section")).isEqualTo("§4.2");
        assertThat(entry.get("measure")).isEqualTo("gain");
        assertThat(entry.get("computed_control"))
                .hasToString("{outcome=holds, parts=[{mean=0.06, low=0.04, high=0.08, seeds=8, method=t, "
                        + "bound=above 0, outcome=holds}]}");
        assertThat(entry.get("computed_criterion").toString()).startsWith("{outcome=holds");
        assertThat(entry.get("verdict")).isEqualTo("control does the same");
    }

    private String text() {
        return (String) claims.renderVerdicts().data().get(MimeBundle.TEXT);
    }
}
