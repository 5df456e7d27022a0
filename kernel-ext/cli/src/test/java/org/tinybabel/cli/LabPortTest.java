package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPortTest {

    @TempDir
    private Path folder;

    @Test
    void anOccupiedPortIsNamedTogetherWithAFreeOne() throws IOException {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var call = Invocation.of(folder, "lab", "--port", String.valueOf(occupied.getLocalPort()));

            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err())
                    .contains("Port " + occupied.getLocalPort() + " is in use")
                    .containsPattern("try --port \\d+");
        }
    }

    @Test
    void aPortThatIsNoPortIsRefused() {
        var call = Invocation.of(folder, "lab", "--port", "70000");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("--port must be between 1 and 65535, got 70000.");
    }
}
