package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgOutlinesTest {

    private static final String BLACK = "style=\"fill:rgb(0,0,0);stroke:none;\"";

    private static String path(String outline) {
        return "<path d=\"" + outline + "\" " + BLACK + "/>";
    }

    @Test
    void anOutlineThatOccursTwiceIsWrittenOnce() {
        var triangles = path("M1,1 L2,1 L2,2 Z M5,1 L6,1 L6,2 Z");

        assertThat(SvgOutlines.shared(triangles))
                .isEqualTo("<defs><path id=\"o0\" d=\"M0 0h1v1z\"/></defs><g " + BLACK
                        + "><use href=\"#o0\" x=\"1\" y=\"1\"/><use href=\"#o0\" x=\"5\" y=\"1\"/></g>");
    }

    @Test
    void anOutlineThatOccursOnceStaysWhereItIs() {
        assertThat(SvgOutlines.shared(path("M1.5,1 L2.25,1.125 Q3,3 2.5,2.03 Z")))
                .isEqualTo("<path " + BLACK + " d=\"M1.5 1l.75.13q.75 1.87.25.9z\"/>");
    }

    @Test
    void theHoleOfALetterStaysInIt() {
        var ring = path("M0,0 L9,0 L9,9 L0,9 Z M3,3 L3,6 L6,6 Z");

        assertThat(SvgOutlines.shared(ring)).isEqualTo("<path " + BLACK + " d=\"M0 0h9v9h-9zm3 3v3h3z\"/>");
    }

    @Test
    void linesAreLeftAlone() {
        var line = "<path d=\"M0,0 L1,1\" style=\"fill:none;stroke:rgb(0,0,0);\"/>";

        assertThat(SvgOutlines.shared(line)).isEqualTo(line);
    }
}
