package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemeTest {

    private static final List<Color> DARK_PAPERS = List.of(Theme.DARK_PAPER, Theme.LIGHTEST_DARK_PAPER);

    @Test
    void everyColourOfThePaletteIsReadableOnBothPapers() {
        IntStream.range(0, 8).mapToObj(ChartStyle::color).forEach(colour -> {
            assertThat(Theme.contrast(colour, Color.WHITE)).as("%s", colour).isGreaterThanOrEqualTo(3);
            for (var paper : DARK_PAPERS) {
                assertThat(Theme.contrast(Theme.FULL.dark(colour), paper))
                        .as("%s on %s", colour, paper)
                        .isGreaterThanOrEqualTo(3);
            }
        });
    }

    @Test
    void wordsAreReadableOnBothPapers() {
        for (var ink : List.of(ChartStyle.INK, ChartStyle.REFERENCE)) {
            assertThat(Theme.contrast(ink, Color.WHITE)).isGreaterThanOrEqualTo(4.5);
            for (var paper : DARK_PAPERS) {
                assertThat(Theme.contrast(Theme.FULL.dark(ink), paper)).isGreaterThanOrEqualTo(4.5);
                assertThat(Theme.contrast(Theme.FRAME.dark(ink), paper)).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void anyColourCanBeSeenOnADarkPage() {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++) {
            var colour = new Color(random.nextInt(1 << 24));
            assertThat(Theme.contrast(Theme.FULL.dark(colour), Theme.LIGHTEST_DARK_PAPER))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theEightColoursStayEightOnADarkPage() {
        assertThat(IntStream.range(0, 8).mapToObj(ChartStyle::color).map(Theme.FULL::dark))
                .doesNotHaveDuplicates();
    }
}
