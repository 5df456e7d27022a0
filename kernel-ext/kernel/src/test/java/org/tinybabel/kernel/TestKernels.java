package org.tinybabel.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;

/** Starts kernels with the class path of the tests. */
final class TestKernels {

    private TestKernels() {}

    static KernelProcess start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    static KernelProcess start(Map<String, String> environment) throws IOException, InterruptedException {
        return KernelProcess.start(spec(), environment, Path.of("."), Duration.ofSeconds(60));
    }

    static KernelSpec spec() {
        var classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return new KernelSpec(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                Path.of("target", "kernel.jsa").toAbsolutePath());
    }
}
