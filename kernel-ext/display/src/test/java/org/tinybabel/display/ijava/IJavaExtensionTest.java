package org.tinybabel.display.ijava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.TinyBabel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class IJavaExtensionTest {

    private static final Table TABLE =
            Table.create("t", DoubleColumn.create("x", 0, 1), DoubleColumn.create("y", 1, 2));

    /** A kernel on IJava's own base library that remembers what it was asked to run and to show. */
    private static final class RecordingKernel extends BaseKernel {

        private final List<String> ran = new ArrayList<>();
        private final List<DisplayData> shown = new ArrayList<>();

        @Override
        public DisplayData eval(String code) {
            ran.add(code);
            return DisplayData.EMPTY;
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("Java").build();
        }

        @Override
        public void display(DisplayData data) {
            shown.add(data);
        }
    }

    private final Host before = Hosts.current();
    private final RecordingKernel kernel = new RecordingKernel();

    @AfterEach
    void restore() {
        Hosts.install(before);
    }

    @Test
    void resultsRenderAsTheyDoInOurKernel() {
        IJavaExtension.install(kernel);

        assertThat((String) kernel.getRenderer().render(TABLE).getData(MIMEType.TEXT_HTML))
                .contains("<caption");
        assertThat((String) kernel.getRenderer()
                        .render(TinyBabel.line(TABLE, "x", "y"))
                        .getData(MIMEType.TEXT_HTML))
                .contains("<img alt=\"Line chart");
        assertThat((String) kernel.getRenderer().render(TABLE.column("x")).getData(MIMEType.TEXT_HTML))
                .contains("<table");
    }

    @Test
    void otherResultsAreLeftToIJava() {
        IJavaExtension.install(kernel);

        assertThat(kernel.getRenderer().render("text").hasDataForType(MIMEType.TEXT_HTML))
                .isFalse();
    }

    @Test
    void theWordsOfTheNotebookAreImported() {
        IJavaExtension.install(kernel);

        assertThat(kernel.ran).containsExactly("import static org.tinybabel.display.TinyBabel.*;");
    }

    @Test
    void whatIsShownGoesThroughTheKernel() {
        IJavaExtension.install(kernel);
        TinyBabel.show(TABLE);
        TinyBabel.progress("Training", 3).close();

        assertThat((String) kernel.shown.get(0).getData(MIMEType.TEXT_HTML)).contains("2 rows × 2 columns");
        assertThat(kernel.shown.get(0).hasDisplayId()).isFalse();
        assertThat(kernel.shown.get(1).getDisplayId()).startsWith("progress-");
    }

    @Test
    void withoutIJavaTheMessageSaysSo() {
        assertThatThrownBy(IJavaExtension::install)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no IJava kernel runs here");
    }
}
