package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedSentenceTest {

    private static String text(String sentence, Object... values) {
        return (String) ComputedSentence.render(sentence, values).data().get(MimeBundle.TEXT);
    }

    /** The first digit that the interval leaves uncertain is the last one shown, or the second where the first is a 1 or 2. */
    @ParameterizedTest
    @CsvSource({
        "0.05574, 0.04439, 0.06708, 0.056",
        "0.05574, 0.0507, 0.06078, 0.056",
        "0.5574, 0.1574, 0.9574, 0.6",
        "12.34, 5.34, 19.34, 12",
        "1234, 834, 1634, 1200",
        "-0.0003, -0.0035, 0.0029, 0.000",
        "-0.41, -0.5, -0.32, −0.41",
        "2, 2, 2, 2",
    })
    void aMeanHasTheDigitsThatItsIntervalSupports(double mean, double low, double high, String shown) {
        assertThat(text("{}", new Interval(mean, low, high))).isEqualTo(shown);
    }

    @Test
    void endsAndPercentCanBeAskedFor() {
        assertThat(text("{±} nats", new Interval(0.05574, 0.04439, 0.06708))).isEqualTo("0.056 (0.044 to 0.067) nats");
        assertThat(text("{%} of it", new Interval(0.971, 0.94, 0.99))).isEqualTo("97.1 % of it");
        assertThat(text("{%} of {}", 0.25, 8)).isEqualTo("25 % of 8");
        assertThat(text("{%} of them", 1)).isEqualTo("100 % of them");
    }

    @Test
    void otherNumbersHaveThreeDigitsAndWordsStayAsTheyAre() {
        assertThat(text("{} {} {} {} {}", 0.123456, 123456.7, 40.0, 1200, "more"))
                .isEqualTo("0.123 123457 40 1200 more");
        assertThat(text("{}", Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void placesAndValuesMustAgree() {
        assertThatThrownBy(() -> text("nothing computed")).hasMessageContaining("has 0 places and 0 values");
        assertThatThrownBy(() -> text("{} and {}", 1)).hasMessageContaining("has 2 places and 1 values");
        assertThatThrownBy(() -> text("{:.2f}", 1.0)).hasMessageContaining("got {:.2f}");
    }

    @Test
    void itIsShownAsTextAndStoredAsData() {
        var bundle =
                ComputedSentence.render("Of {} names, <{}> are $1.", 8, "all").data();

        assertThat(bundle.get(MimeBundle.TEXT)).isEqualTo("Of 8 names, <all> are $1.");
        assertThat((String) bundle.get(MimeBundle.HTML)).contains("&lt;all&gt; are $1.");
        assertThat((Map<?, ?>) bundle.get(ComputedSentence.MEDIA_TYPE))
                .hasToString("{version=1, text=Of 8 names, <all> are $1., template=Of {} names, <{}> are $1., "
                        + "values=[8.0, all]}");
    }
}
