package org.tinybabel.display.jjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.TinyBabel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class JJavaExtensionTest {

    private static final Table TABLE =
            Table.create("t", DoubleColumn.create("x", 0, 1), DoubleColumn.create("y", 1, 2));

    /** A kernel on JJava's own base library that remembers what it was asked to run and to show. */
    public static class RecordingKernel extends BaseKernel {

        final List<String> ran = new ArrayList<>();
        final List<DisplayData> shown = new ArrayList<>();

        /** Needs no connection. */
        RecordingKernel() {
            super(
                    "test",
                    "1",
                    new LanguageInfo.Builder("Java").build(),
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    null,
                    new MagicsRegistry(),
                    false,
                    new StringStyler("", "", "", line -> ""));
        }

        @Override
        public Object evalRaw(String code) {
            ran.add(code);
            return "";
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            return DisplayData.EMPTY;
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return new ReplacementOptions(List.of(), at, at);
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }

        @Override
        public void display(DisplayData data) {
            shown.add(data);
        }
    }

    /** Evaluates as releases after 1.0-a6 do. */
    public static final class NewerKernel extends RecordingKernel {

        /** The steps of an evaluation. */
        public final class Evaluation {

            private final String code;

            private Evaluation(String code) {
                this.code = code;
            }

            /** Has nothing to resolve. */
            public Evaluation resolveMagics() {
                return this;
            }

            /** Runs the code. */
            public Object eval() {
                ran.add("built: " + code);
                return "";
            }
        }

        /** Begins an evaluation. */
        public Evaluation evalBuilder(String code) {
            return new Evaluation(code);
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
        new JJavaExtension().install(kernel);

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
    void otherResultsAreLeftToJJava() {
        new JJavaExtension().install(kernel);

        assertThat(kernel.getRenderer().render("text").hasDataForType(MIMEType.TEXT_HTML))
                .isFalse();
    }

    @Test
    void theWordsOfTheNotebookAreImported() {
        new JJavaExtension().install(kernel);

        assertThat(kernel.ran).containsExactly("import static org.tinybabel.display.TinyBabel.*;");
    }

    @Test
    void whatIsShownGoesThroughTheKernel() {
        new JJavaExtension().install(kernel);
        TinyBabel.show(TABLE);
        TinyBabel.progress("Training", 3).close();

        assertThat((String) kernel.shown.get(0).getData(MIMEType.TEXT_HTML)).contains("2 rows × 2 columns");
        assertThat(kernel.shown.get(0).hasDisplayId()).isFalse();
        assertThat(kernel.shown.get(1).getDisplayId()).startsWith("progress-");
    }

    @Test
    void newerReleasesEvaluateInTheirOwnWay() {
        var newer = new NewerKernel();

        new JJavaExtension().install(newer);

        assertThat(newer.ran).containsExactly("built: import static org.tinybabel.display.TinyBabel.*;");
    }

    @Test
    void jjavaFindsTheExtensionByItself() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJavaExtension.class);
    }
}
