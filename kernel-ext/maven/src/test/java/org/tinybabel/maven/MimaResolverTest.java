package org.tinybabel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.magic.ArtifactResolver.Resolved;
import org.tinybabel.kernel.magic.ArtifactResolver.Watcher;
import org.tinybabel.kernel.magic.Coordinates;
import org.tinybabel.kernel.magic.MagicException;

class MimaResolverTest {

    private static final Watcher NOBODY = new Watcher() {
        @Override
        public void fetching(String file, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @TempDir
    private Path folder;

    private SmallRepository repository;

    @BeforeEach
    void makeRepository() throws Exception {
        // A build with -Dmaven.repo.local hands it on to its tests.
        System.clearProperty("maven.repo.local");
        repository = SmallRepository.withWords(folder);
        repository.mirrorCentralTo(repository.url());
    }

    private MimaResolver resolver() {
        return new MimaResolver(ContextOverrides.create()
                .withUserSettings(true)
                .withMavenUserHomeOverride(repository.mavenHome())
                .build());
    }

    private List<String> resolve(String... wanted) {
        return names(resolver()
                .resolve(List.of(wanted).stream().map(Coordinates::parse).toList(), name -> false, NOBODY));
    }

    private static List<String> names(List<Resolved> files) {
        assertThat(files).allMatch(each -> Files.exists(each.file()));
        return files.stream().map(each -> each.name().toString()).toList();
    }

    @Test
    void findsWhatALibraryNeedsThroughTheMirrorOfTheSettings() {
        assertThat(resolve("org.example:words:1.0"))
                .containsExactly("org.example:words:1.0", "org.example:letters:2.0");
        assertThat(repository.mavenHome().resolve("repository/org/example/letters/2.0/letters-2.0.jar"))
                .exists();
    }

    @Test
    void leavesOutWhatCellsHaveAlready() {
        var files = resolver()
                .resolve(
                        List.of(Coordinates.parse("org.example:words:1.0")),
                        name -> name.artifact().equals("letters"),
                        NOBODY);

        assertThat(names(files)).containsExactly("org.example:words:1.0");
        assertThat(repository.mavenHome().resolve("repository/org/example/letters/2.0/letters-2.0.jar"))
                .doesNotExist();
    }

    @Test
    void whatIsNotThereIsNamedWithTheRepositoriesThatWereAsked() {
        assertThatThrownBy(() -> resolve("org.example:wrods:1.0"))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("org.example:wrods:1.0 was not found.")
                .hasMessageContaining("mirror (" + repository.url() + ")");
    }

    @Test
    void missingDependencyIsNamedItself() throws Exception {
        repository.add("broken", "1", SmallRepository.dependency("gone", "7", "compile"), java.util.Map.of());

        assertThatThrownBy(() -> resolve("org.example:broken:1"))
                .hasMessageStartingWith("org.example:gone:7 was not found.");
    }

    @Test
    void addedRepositoriesAreAsked() throws Exception {
        repository.settings("<mirrors><mirror><id>empty</id><mirrorOf>central</mirrorOf><url>"
                + Files.createDirectories(folder.resolve("empty")).toUri() + "</url></mirror></mirrors>");
        var resolver = resolver();
        var words = List.of(Coordinates.parse("org.example:words:1.0"));
        assertThatThrownBy(() -> resolver.resolve(words, name -> false, NOBODY)).hasMessageContaining("was not found");

        resolver.addRepository("mine", repository.url());

        assertThat(resolver.resolve(words, name -> false, NOBODY)).hasSize(2);
        assertThatThrownBy(() -> resolver.addRepository("x", "repo.example.org"))
                .hasMessageContaining("is no address");
    }

    @Test
    void offlineIsSaidPlainlyAndWhatIsThereStillWorks() throws Exception {
        resolve("org.example:letters:2.0");
        repository.settings("<offline>true</offline><mirrors><mirror><id>mirror</id><mirrorOf>*</mirrorOf><url>"
                + repository.url() + "</url></mirror></mirrors>");

        assertThat(resolve("org.example:letters:2.0")).hasSize(1);
        assertThatThrownBy(() -> resolve("org.example:words:1.0"))
                .hasMessageStartingWith("Maven is set to work offline (settings.xml), and org.example:words:1.0");
    }

    @Test
    @Timeout(20)
    void unreachableRepositoryIsReportedSoon() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        repository.mirrorCentralTo("http://127.0.0.1:" + port + "/maven");

        assertThatThrownBy(() -> resolve("org.example:words:1.0"))
                .hasMessageStartingWith("org.example:words:1.0 cannot be fetched: ")
                .hasMessageContaining("Check the connection");
    }

    @Test
    @Timeout(60)
    void stoppedFetchingKeepsNobodyWaiting() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var file = repository
                    .folder()
                    .resolve(exchange.getRequestURI().getPath().substring(1));
            if (file.toString().endsWith(".jar")) {
                exchange.sendResponseHeaders(200, 1_000_000);
                try {
                    for (var i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(new byte[10_000]);
                        exchange.getResponseBody().flush();
                        Thread.sleep(50);
                    }
                } catch (InterruptedException | java.io.IOException e) {
                    exchange.close();
                }
            } else if (Files.exists(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
                exchange.close();
            } else {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            }
        });
        server.setExecutor(task -> new Thread(task).start());
        server.start();
        try {
            repository.mirrorCentralTo("http://127.0.0.1:" + server.getAddress().getPort());
            var seen = new CountDownLatch(1);
            var stopped = new AtomicBoolean();
            var watcher = new Watcher() {
                @Override
                public void fetching(String file, long done, long total) {
                    seen.countDown();
                }

                @Override
                public boolean cancelled() {
                    return stopped.get();
                }
            };
            var resolver = resolver();
            var slow = CompletableFuture.supplyAsync(() ->
                    resolver.resolve(List.of(Coordinates.parse("org.example:letters:2.0")), name -> false, watcher));
            seen.await();
            stopped.set(true);
            resolver.stop();

            var quick = resolver.resolve(List.of(Coordinates.parse("org.example:words:pom:1.0")), name -> true, NOBODY);

            assertThat(quick).isEmpty();
            assertThat(slow).isNotDone();
            assertThatThrownBy(slow::join).hasRootCauseInstanceOf(TransferCancelledException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void pomMayHavePropertiesManagementAndRepositories() throws Exception {
        repository.settings("");
        var pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>1</version><properties><v>1.0</v></properties>"
                        + "<repositories><repository><id>there</id><url>" + repository.url()
                        + "</url></repository></repositories>"
                        + "<dependencyManagement><dependencies>"
                        + SmallRepository.dependency("words", "${v}", "runtime")
                        + "</dependencies></dependencyManagement><dependencies>"
                        + "<dependency><groupId>org.example</groupId><artifactId>words</artifactId></dependency>"
                        + SmallRepository.dependency("unused", "1", "test") + "</dependencies></project>");

        assertThat(names(resolver().resolve(pom, Set.of("compile", "runtime"), name -> false, NOBODY)))
                .containsExactly("org.example:words:1.0", "org.example:letters:2.0");
        assertThat(resolver().resolve(pom, Set.of("provided"), name -> false, NOBODY))
                .isEmpty();
    }

    @Test
    void brokenPomIsReported() throws Exception {
        var pom = Files.writeString(folder.resolve("pom.xml"), "<project><dependencies></project>");

        assertThatThrownBy(() -> resolver().resolve(pom, Set.of("compile"), name -> false, NOBODY))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("POM");
    }
}
