package org.tinybabel.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the interrupt signal, which would end a Java process, as the wish to stop the running cell: front ends that do
 * not speak of interrupts in messages send it, and Ctrl-C in a terminal sends it to every process there.
 */
final class InterruptSignal {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptSignal.class);

    private InterruptSignal() {}

    /** Calls back for every interrupt signal from now on. */
    static void onSignal(Runnable action) {
        try {
            // Every JDK has this class, yet the compiler warns of its use.
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    action.run();
                }
                return null;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, run));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("The interrupt signal ends this kernel: {}", e.toString());
        }
    }
}
