package org.tinybabel.display.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.tinybabel.display.Displayable;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Brings this kit's display to stock IJava. With the kit's jars on the class path, one line in a cell or in IJava's
 * start-up script is enough:
 *
 * <pre>{@code
 * %jars /path/to/tinybabel/lib/*.jar
 * org.tinybabel.display.ijava.IJavaExtension.install();
 * }</pre>
 */
public final class IJavaExtension {

    private static final String IJAVA = "io.github.spencerpark.ijava.IJava";
    private static final List<Class<?>> RENDERED =
            List.of(Table.class, Column.class, Chart.class, Displayable.class, MimeBundle.class);

    private static final String IMPORTS = "import static org.tinybabel.display.TinyBabel.*;";

    private IJavaExtension() {}

    /**
     * Installs the display in the running IJava kernel.
     *
     * @throws IllegalStateException if this is no IJava kernel
     */
    public static void install() {
        try {
            // Not a published library, so it cannot be compiled against.
            var ijava = Class.forName(IJAVA, true, IJavaExtension.class.getClassLoader());
            if (ijava.getMethod("getKernelInstance").invoke(null) instanceof BaseKernel kernel) {
                install(kernel);
                return;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no IJava kernel runs here: " + IJAVA + " cannot be reached", e);
        }
        throw new IllegalStateException("no IJava kernel runs here: it has not started yet");
    }

    /**
     * Installs the display in a kernel: results and {@code show} render as they do in this kit's own kernel, and the
     * words of the facade are imported.
     *
     * @param kernel a kernel on IJava's base library
     */
    public static void install(BaseKernel kernel) {
        RENDERED.forEach(type -> register(kernel, type));
        Hosts.install(new KernelHost(kernel));
        try {
            kernel.eval(IMPORTS);
        } catch (Exception e) {
            throw new IllegalStateException("the kernel did not accept the import; write it in a cell: " + IMPORTS, e);
        }
    }

    private static <T> void register(BaseKernel kernel, Class<T> type) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN, MIMEType.IMAGE_PNG)
                .register((value, context) -> fill(context.getOutputContainer(), Renderers.render(value)));
    }

    private static DisplayData fill(DisplayData data, MimeBundle bundle) {
        bundle.data().forEach(data::putData);
        bundle.metadata().forEach(data::putMetaData);
        return data;
    }

    private record KernelHost(BaseKernel kernel) implements Host {

        @Override
        public void display(MimeBundle bundle, String displayId) {
            var data = fill(new DisplayData(), bundle);
            if (!displayId.isBlank()) {
                data.setDisplayId(displayId);
            }
            kernel.display(data);
        }

        @Override
        public void update(String displayId, MimeBundle bundle) {
            kernel.getIO().display.updateDisplay(displayId, fill(new DisplayData(), bundle));
        }

        @Override
        public void clear(boolean wait) {
            // IJava has no way to clear an output.
        }
    }
}
