package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GraphPictureTest {

    private static GraphPicture picture() {
        return new GraphPicture("Uzbekistan & its money")
                .node("Uzbekistan", 0)
                .node("som", 1)
                .node("Asia", 1)
                .edge("Uzbekistan", "som", "currency")
                .edge("Asia", "Uzbekistan", "has");
    }

    @Test
    void wordsSayEveryArrow() {
        assertThat(picture().toMimeBundle().data().get(MimeBundle.TEXT))
                .isEqualTo("Graph: Uzbekistan & its money. 3 nodes, 2 arrows. Uzbekistan –currency→ som; Asia –has→"
                        + " Uzbekistan.");
    }

    @Test
    void thePictureHasItsWordsAsLabelAndNoColourOfItsOwn() {
        var html = (String) picture().toMimeBundle().data().get(MimeBundle.HTML);

        assertThat(html)
                .contains("role=\"img\" aria-label=\"Graph: Uzbekistan &amp; its money. 3 nodes")
                .contains(">Uzbekistan</text>")
                .doesNotContain("#");
        assertThat(html.split("<rect ")).hasSize(4);
        assertThat(html.split("<path ")).hasSize(3);
    }

    @Test
    void nodesAndArrowsAreDrawnOnce() {
        var twice = picture().node("som", 2).edge("Uzbekistan", "som", "currency");
        var html = (String) twice.toMimeBundle().data().get(MimeBundle.HTML);

        assertThat(html.split("<rect ")).hasSize(4);
        assertThat(html.split("<path ")).hasSize(3);
    }

    @Test
    void refusesArrowsThatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> picture().edge("Uzbekistan", "Tashkent", "capital"));
        assertThatIllegalArgumentException().isThrownBy(() -> picture().edge("som", "Asia", "of"));
        assertThatIllegalArgumentException().isThrownBy(() -> picture().node("sum", -1));
    }
}
