package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JupyterLab refuses to start for root unless it is told; what the user tells it counts more. */
class RootOptionsTest {

    private static List<String> beside(String... own) {
        return RootOptions.beside(true, List.of(own)).options();
    }

    @Test
    void rootIsAllowedAndListensOnThisMachineOnlyAndReadsSo() {
        var options = RootOptions.beside(true, List.of("--ServerApp.token=x"));

        assertThat(options.options()).containsExactly("--allow-root", "--ServerApp.ip=127.0.0.1");
        assertThat(options.sentence()).contains("You are root", "127.0.0.1", "-- --ip=0.0.0.0");
    }

    @Test
    void anOrdinaryUserNeedsNothing() {
        assertThat(RootOptions.beside(false, List.of())).isEqualTo(new RootOptions(List.of(), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ip=0.0.0.0",
                "--ip",
                "-ip",
                "--ServerApp.ip=0.0.0.0",
                "--ServerApp.ip",
                "--NotebookApp.ip=::",
                "--sock=/run/lab",
                "--ServerApp.sock=/run/lab"
            })
    void anAddressOfTheUserIsKept(String own) {
        assertThat(beside(own)).containsExactly("--allow-root");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--allow-root",
                "--no-allow-root",
                "--allow_root=False",
                "--ServerApp.allow_root=False",
                "--ServerApp.allow_root",
                "--NotebookApp.allow_root=False"
            })
    void aWordOfTheUserAboutRootIsKept(String own) {
        assertThat(beside(own)).containsExactly("--ServerApp.ip=127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ip", "--ServerApp.ip_extra=1", "--ServerApp.local_hostnames=ip", "--ServerApp.websocket_ip.x=1"
            })
    void whatOnlyLooksSimilarIsNoAnswer(String own) {
        assertThat(beside(own)).hasSize(2);
    }

    @Test
    void whateverTheUserSaysInAnySpellingIsNotSaidTwice() {
        var ours = List.of("--ServerApp.root_dir=/kit", "--ServerApp.port=8888", "--no-browser");

        assertThat(RootOptions.yielding(ours, List.of("--port", "8899")))
                .doesNotContain("--ServerApp.port=8888")
                .hasSize(2);
        assertThat(RootOptions.yielding(ours, List.of("--LabApp.port=1", "--ServerApp.root_dir=x")))
                .containsExactly("--no-browser");
        assertThat(RootOptions.yielding(ours, List.of("--ServerApp.token="))).isEqualTo(ours);
    }
}
