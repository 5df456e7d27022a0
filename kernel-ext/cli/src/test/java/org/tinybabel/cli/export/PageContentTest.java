package org.tinybabel.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageContentTest {

    @Test
    void tablesAndFormulasScrollInAFrameThatTheKeyboardReaches() {
        assertThat(PageContent.prepared("<table><caption>Losses</caption><tr><td>1</td></tr></table>"))
                .startsWith("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table: Losses\"><table>");
        assertThat(PageContent.prepared("<p><math display=\"block\"><mi>x</mi></math></p>"))
                .startsWith("<p><span class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\"><math");
    }

    @Test
    void languagesAndDirectionsOfOutputsStay() {
        var spans = "<p><span lang=\"ar\" dir=\"rtl\">مرحبا</span> <span lang=\"ja\">日本</span></p>";

        assertThat(PageContent.prepared(spans)).isEqualTo(spans);
    }

    @Test
    void anEmptyCornerIsNoHeading() {
        assertThat(PageContent.prepared("<table><tr><th></th><th>here</th></tr></table>"))
                .contains("<td></td><th>here</th>");
    }

    @Test
    void linksInsideTheCourseAreMovedAndOthersStay() {
        var html = "<a href=\"01-a.ipynb#b\">one</a> <a href=\"gone.ipynb\">two</a> <a href=\"#c\">three</a>"
                + " <a href=\"https://arxiv.org/\">four</a>";

        assertThat(PageContent.relinked(
                        html, link -> link.startsWith("01") ? Optional.of("01-a.html#b") : Optional.empty()))
                .isEqualTo("<a href=\"01-a.html#b\">one</a> two <a href=\"#c\">three</a>"
                        + " <a href=\"https://arxiv.org/\">four</a>");
    }

    @Test
    void headingsOfAPartAreOneLevelLower() {
        assertThat(PageContent.demoted("<h1>a</h1><h2>b</h2>")).isEqualTo("<h2>a</h2><h3>b</h3>");
    }
}
