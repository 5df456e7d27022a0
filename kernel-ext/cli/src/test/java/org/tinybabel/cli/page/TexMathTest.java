package org.tinybabel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class TexMathTest {

    private static String math(String tex) {
        return math(tex, false);
    }

    private static String math(String tex, boolean display) {
        var html = TexMath.toHtml(tex, display);
        assertThat(html).startsWith("<math").contains("<annotation encoding=\"application/x-tex\">");
        return html.replaceAll("<annotation.*</annotation>|</?semantics>|</?math[^>]*>", "");
    }

    @Test
    void lettersNumbersAndOperatorsAreToldApart() {
        assertThat(math("r-0.95")).isEqualTo("<mrow><mi>r</mi><mo>−</mo><mn>0.95</mn></mrow>");
    }

    @Test
    void indicesStandAtTheirBase() {
        assertThat(math("w_{i+1}^2"))
                .isEqualTo("<mrow><msubsup><mi>w</mi><mrow><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></mrow>"
                        + "<mrow><mn>2</mn></mrow></msubsup></mrow>");
        assertThat(math("x'")).contains("<msup><mi>x</mi><mrow><mo>′</mo></mrow></msup>");
    }

    @Test
    void limitsStandBelowAndAboveOnlyInADisplay() {
        assertThat(math("\\sum_i^n", true)).contains("<munderover><mo>∑</mo>");
        assertThat(math("\\sum_i^n", false)).contains("<msubsup><mo>∑</mo>");
        assertThat(math("\\max_i x", true)).contains("<munder><mi mathvariant=\"normal\">max</mi>");
    }

    @Test
    void fractionsOfSingleDigitsNeedNoBraces() {
        assertThat(math("\\tfrac12")).contains("<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>");
    }

    @Test
    void wordsStayWords() {
        assertThat(math("\\text{share of weights}")).contains("<mtext>share of weights</mtext>");
        assertThat(math("\\text{if } u")).contains("<mtext>if\u00A0</mtext>");
        assertThat(math("\\mathrm{CE}")).contains("<mi mathvariant=\"normal\">CE</mi>");
        assertThat(math("\\operatorname{softmax}(x)")).contains(">softmax</mi><mo stretchy=\"false\">(</mo>");
    }

    @Test
    void alphabetsAreCharactersOfTheirOwn() {
        assertThat(math("\\mathcal L")).contains("ℒ");
        assertThat(math("\\mathbb R^{V}")).contains("<msup><mi mathvariant=\"normal\">ℝ</mi>");
        assertThat(math("\\mathbf{W}")).contains("𝐖");
    }

    @Test
    void bracketsGrowOnlyBetweenLeftAndRight() {
        assertThat(math("\\left[\\frac{a}{b}\\right]"))
                .contains("<mo stretchy=\"true\">[</mo><mfrac>", "</mfrac><mo stretchy=\"true\">]</mo>");
        assertThat(math("\\big(x\\big)")).contains("<mo stretchy=\"false\">(</mo>");
        assertThat(math("\\left.x\\right|")).contains("<mrow><mi>x</mi><mo stretchy=\"true\">|</mo></mrow>");
    }

    @Test
    void equationsAlignInColumns() {
        assertThat(math("\\begin{aligned}a&=b\\\\c&=d\\\\\\end{aligned}"))
                .contains("<mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd>")
                .doesNotContain("<mtd></mtd>");
    }

    @Test
    void theSourceIsKeptForTheReader() {
        assertThat(TexMath.toHtml("a<b", false)).contains("<mo>&lt;</mo>", "x-tex\">a&lt;b</annotation>");
        assertThat(TexMath.toHtml("x", true)).startsWith("<math display=\"block\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\mathcal L(s)=\\mathrm{CE}\\big(P_{\\text{bigram}}(\\cdot\\mid x),\\,f_{w\\odot m}(x)\\big)+\\lambda\\,\\frac{1}{|M|}\\sum_j m_j",
                "\\Delta=\\big[\\mathrm{loss}(\\overline M)-\\mathrm{loss}_{\\text{full}}\\big]-\\big[\\mathrm{loss}(\\overline{M_{rand}})-\\mathrm{loss}_{\\text{full}}\\big]",
                "\\partial\\mathcal L/\\partial s_j=(g_jw_j+\\lambda/n)\\,\\beta\\,m_j(1-m_j)",
                "\\rho=\\frac{a_0-a_1}{a_0-a_L}",
                "\\lambda\\in\\{0,1,5,10\\}, \\quad \\hat y \\approx \\sqrt[3]{x} \\to \\infty",
                "\\beta_k=150^{k/(K-1)}",
                "\\lVert x\\rVert_2 \\le \\underbrace{a+b}_{\\text{both}}",
                "f(x)=\\begin{cases}1&x>0\\\\0&\\text{otherwise}\\end{cases}",
                "\\argmax_\\theta \\log p_\\theta(x), \\boldsymbol{\\sigma}, \\binom{n}{k}, 5\\,\\%"
            })
    void formulasOfTheCourseAreWellFormed(String tex) throws Exception {
        var html = TexMath.toHtml(tex, true);

        assertThat(html).startsWith("<math");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("math");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\unknown{x}",
                "\\frac{a}",
                "{a",
                "a}",
                "\\left(x",
                "\\begin{tikz}x\\end{tikz}",
                "x_",
                "\\",
                "\\mathcal{\\alpha}"
            })
    void aFormulaBeyondThisClassIsShownAsItsSource(String tex) {
        assertThat(TexMath.toHtml(tex, false)).isEqualTo("<code class=\"tex\">" + tex + "</code>");
    }
}
