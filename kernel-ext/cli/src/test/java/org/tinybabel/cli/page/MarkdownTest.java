package org.tinybabel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static String html(String text) {
        return new Markdown().render(text);
    }

    @Test
    void dollarsAroundAFormulaMakeItOne() {
        assertThat(html("the loss $L_t$ falls")).contains("the loss <math>").contains("</math> falls");
    }

    @Test
    void doubleDollarsSetItOnItsOwnLine() {
        assertThat(html("$$\na = b\n$$")).contains("<math display=\"block\">");
    }

    @Test
    void moneyIsNoFormula() {
        assertThat(html("between $5 and $6, or \\$7 and $ 8 $"))
                .doesNotContain("<math")
                .contains("$5 and $6", "$7");
    }

    @Test
    void codeIsNoFormula() {
        assertThat(html("`a $x$ b`")).isEqualTo("<p><code>a $x$ b</code></p>\n");
        assertThat(html("```\n$x$\n```")).doesNotContain("<math");
    }

    @Test
    void underscoresAndStarsInFormulasAreNoEmphasis() {
        assertThat(html("$a_1*b_2$ and $c_3*d_4$")).doesNotContain("<em>").contains("</math> and <math>");
    }

    @Test
    void anEscapedDollarWithinAFormulaDoesNotEndIt() {
        assertThat(html("$5\\$$")).contains("<math><semantics><mrow><mn>5</mn><mo>$</mo></mrow>");
    }
}
