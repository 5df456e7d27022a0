package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.display.TinyBabel.button;
import static org.tinybabel.display.TinyBabel.checkbox;
import static org.tinybabel.display.TinyBabel.dropdown;
import static org.tinybabel.display.TinyBabel.knob;
import static org.tinybabel.display.TinyBabel.live;
import static org.tinybabel.display.TinyBabel.show;
import static org.tinybabel.display.TinyBabel.slider;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Knobs in a place that has no widgets. */
class KnobTest {

    private final RecordingHost host = new RecordingHost();
    private Host before;

    @BeforeEach
    void installHost() {
        before = Hosts.current();
        Hosts.install(host);
    }

    @AfterEach
    void restoreHost() {
        Hosts.install(before);
    }

    private List<String> shown() {
        return host.outputs.stream().map(RecordingHost.Shown::text).toList();
    }

    @Test
    void everyKnobSaysWhereItStandsAndHowToChangeIt() {
        slider("layers", 1, 12, 6);
        slider("rate", 0, 0.5, 0.1);
        dropdown("language", "de", "fr");
        checkbox("\"noise\"", true);
        button("Again", () -> {});

        assertThat(shown())
                .containsExactly(
                        "layers = 6 (1 to 12). To change it, write slider(\"layers\", 1, 12, 12) and run the cell again.",
                        "rate = 0.1 (0 to 0.5). To change it, write slider(\"rate\", 0.0, 0.5, 0.25) and run the cell"
                                + " again.",
                        "language = de (one of de, fr). To change it, put another option first in"
                                + " dropdown(\"language\", …) and run the cell again.",
                        "\"noise\" = true. To change it, write checkbox(\"\\\"noise\\\"\", false) and run the cell"
                                + " again.",
                        "Button \"Again\": this page cannot press it. To do what it does, run its code in a cell.");
    }

    @Test
    void aKnobBeginsInTheMiddleOfItsRange() {
        assertThat(knob("p", 0.05, 0.55).value()).isEqualTo(0.3);
        assertThat(shown()).singleElement().asString().contains("p = 0.3 (0.05 to 0.55). To change it, write slider(");
    }

    @Test
    void labelsAreHarmlessInHtml() {
        dropdown("<script>", "<b>", "&");

        assertThat(host.last().html())
                .contains("&lt;script&gt; = <b>&lt;b&gt;</b>")
                .doesNotContain("<script>");
    }

    @Test
    void liveOutputIsShownOnce() {
        var layers = slider("layers", 1, 12, 4);
        live(() -> layers.value() * 10);
        live(() -> show("shown"));
        layers.value(5);

        assertThat(shown().subList(1, shown().size())).containsExactly("40", "shown");
    }

    @Test
    void errorOfLiveCodeIsAnErrorOfTheCell() {
        assertThatThrownBy(() -> live(() -> {
                    throw new IOException("no such file");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no such file");
    }

    @Test
    void handlersAreToldOfNewValuesOnly() {
        var told = new ArrayList<Integer>();
        var layers = slider("layers", 1, 12, 4).onChange(told::add);
        layers.value(7);
        layers.value(7);
        layers.value(2);

        assertThat(told).containsExactly(7, 2);
        assertThat(layers).hasToString("layers = 2");
    }

    @Test
    void handlerMayCorrectTheValue() {
        var even = slider("even", 0, 12, 4);
        even.onChange(value -> even.value(value / 2 * 2));
        even.value(7);

        assertThat(even.value()).isEqualTo(6);
    }

    @Test
    void choiceMayBeOfAnything() {
        var chosen = dropdown("interval", List.of(new Interval(0, 0, 1), new Interval(5, 4, 6)));
        assertThat(chosen.value().mean()).isZero();
        chosen.value(new Interval(5, 4, 6));
        assertThat(chosen.value().low()).isEqualTo(4);
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThatThrownBy(() -> slider("x", 3, 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slider \"x\" needs min < max, got min 3 and max 3");
        assertThatThrownBy(() -> slider("x", 0.0, Double.NaN, 0.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs finite min < max, got min 0.0 and max NaN");
        assertThatThrownBy(() -> slider("x", 0.0, 1.0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of \"x\" must be between 0.0 and 1.0, got NaN");
        assertThatThrownBy(() -> slider("x", 0, 1, 0).value(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of \"x\" must be between 0 and 1, got 2");
        assertThatThrownBy(() -> dropdown("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the dropdown \"x\" needs at least one option, got none");
        assertThatThrownBy(() -> dropdown("x", "a", "b").value("c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of \"x\" must be one of a, b, got c");
        assertThat(host.outputs).as("nothing of a wrong knob is shown").hasSize(2);
    }

    @Test
    void stepsOfASliderAreRoundAndHitItsValue() {
        assertThat(KnobKind.Real.of(0, 1, 0.5).step()).isEqualByComparingTo("0.01");
        assertThat(KnobKind.Real.of(0, 5, 1).step()).isEqualByComparingTo("0.05");
        assertThat(KnobKind.Real.of(0, 1, 0.125).step()).isEqualByComparingTo("0.001");
        assertThat(KnobKind.Real.of(-1000, 1000, 0).step()).isEqualByComparingTo("20");
        assertThat(KnobKind.Real.of(0, 1e-6, 5e-7).step()).isEqualByComparingTo("0.00000001");
        assertThat(KnobKind.Real.of(0, 1, Math.PI / 4).step().doubleValue()).isLessThan(0.001);
    }

    @Test
    void severalOutputsBecomeOne() {
        var bundle = StillOutputs.render(List.of(
                Map.of("output_type", "stream", "name", "stdout", "text", "a < b\n"),
                Map.of("output_type", "display_data", "data", Map.of("text/plain", "t", "text/html", "<i>t</i>")),
                Map.of("output_type", "error", "traceback", List.of("\u001b[1mE: no\u001b[0m", "  at x"))));

        assertThat(bundle.data().get(MimeBundle.TEXT)).isEqualTo("a < b\nt\nE: no\n  at x");
        assertThat(bundle.data().get(MimeBundle.HTML))
                .isEqualTo("<pre>a &lt; b\n</pre><div><i>t</i></div><pre>E: no\n  at x</pre>");
    }
}
