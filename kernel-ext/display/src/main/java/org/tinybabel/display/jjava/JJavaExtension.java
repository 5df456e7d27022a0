package org.tinybabel.display.jjava;

import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.knowm.xchart.internal.chartpart.Chart;
import org.tinybabel.display.Displayable;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Brings this kit's display to stock JJava, which finds and installs this class when the kit's jars are on its class path:
 * by {@code JJAVA_CLASSPATH}, or by a cell with {@code %classpath /path/to/tinybabel/lib/*.jar}.
 */
public final class JJavaExtension implements Extension {

    private static final List<Class<?>> RENDERED =
            List.of(Table.class, Column.class, Chart.class, Displayable.class, MimeBundle.class);

    private static final String IMPORTS = "import static org.tinybabel.display.TinyBabel.*;";

    /** Called by JJava. */
    public JJavaExtension() {}

    /**
     * Installs the display in a kernel: results and {@code show} render as they do in this kit's own kernel, and the
     * words of the facade are imported.
     *
     * @param kernel a kernel on JJava's base library
     */
    @Override
    public void install(BaseKernel kernel) {
        RENDERED.forEach(type -> register(kernel, type));
        Hosts.install(new KernelHost(kernel));
        evaluate(kernel, IMPORTS);
    }

    /** The way to evaluate code has changed between the releases of JJava; both are tried. */
    private static void evaluate(BaseKernel kernel, String code) {
        try {
            var builder =
                    kernel.getClass().getMethod("evalBuilder", String.class).invoke(kernel, code);
            call(call(builder, "resolveMagics"), "eval");
        } catch (NoSuchMethodException e) {
            kernel.evalRaw(code);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel did not accept the import; write it in a cell: " + code, e);
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
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
            // JJava has no way to clear an output.
        }
    }
}
