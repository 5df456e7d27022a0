package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class RenderersTest {

    private static String text(Object value) {
        return (String) Renderers.render(value).data().get(MimeBundle.TEXT);
    }

    @Test
    void plainValuesAreText() {
        assertThat(text(42)).isEqualTo("42");
        assertThat(text("grüß dich")).isEqualTo("grüß dich");
        assertThat(text(List.of(1, 2))).isEqualTo("[1, 2]");
        assertThat(text(null)).isEqualTo("null");
    }

    @Test
    void imagesArePictures() throws Exception {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);

        var data = Renderers.render(image).data();

        assertThat(data).containsEntry(MimeBundle.TEXT, "(an image of 3 × 2 pixels)");
        var png = Base64.getDecoder().decode((String) data.get("image/png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(3);
    }

    @Test
    void arraysShowTheirElements() {
        assertThat(text(new double[] {1, 2.5})).isEqualTo("[1.0, 2.5]");
        assertThat(text(new int[][] {{1}, {2, 3}})).isEqualTo("[[1], [2, 3]]");
        assertThat(text(new int[101])).endsWith("0, … 1 more]");
    }

    @Test
    void aColumnIsATableOfOneColumn() {
        assertThat(Renderers.render(DoubleColumn.create("loss", 1.5, 2.25)).data())
                .hasEntrySatisfying(
                        MimeBundle.HTML, html -> assertThat((String) html).contains("<th scope=\"col\""))
                .containsEntry(MimeBundle.TEXT, "loss: 2 rows × 1 column\nloss\n1.50\n2.25");
    }

    @Test
    void aValueSaysItselfHowItIsShown() {
        Displayable value = () -> MimeBundle.html("<b>bold</b>", "bold");

        assertThat(Renderers.render(value).data()).containsEntry(MimeBundle.HTML, "<b>bold</b>");
    }

    @Test
    void aBundleIsShownAsItIs() {
        var bundle = MimeBundle.text("ready");

        assertThat(Renderers.render(bundle)).isSameAs(bundle);
    }

    @Test
    void aValueThatCannotBeShownIsReportedInsteadOfThrown() {
        assertThat(text(new Failing())).contains("Failing", "cannot be shown", "out of words");
        assertThat(text(new Endless())).contains("Endless", "cannot be shown", "StackOverflowError");
    }

    private static final class Failing {
        @Override
        public String toString() {
            throw new IllegalStateException("out of words");
        }
    }

    private static final class Endless {
        @Override
        public String toString() {
            return "again " + this;
        }
    }
}
