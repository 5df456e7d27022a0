package org.tinybabel.grader.remote;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;

/**
 * Two ends of a connection.
 *
 * @param left one end
 * @param right the other
 */
record SocketPair(SocketChannel left, SocketChannel right) implements AutoCloseable {

    static SocketPair open() throws IOException {
        var folder = Files.createTempDirectory("tb");
        var address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            return new SocketPair(SocketChannel.open(address), server.accept());
        } finally {
            Files.deleteIfExists(address.getPath());
            Files.delete(folder);
        }
    }

    /** What arrives at one end when an object is sent at the other. */
    static JsonObject exchange(JsonObject frame) throws IOException {
        try (var pair = open();
                var from = new Frames(pair.left());
                var to = new Frames(pair.right())) {
            var sending = CompletableFuture.runAsync(() -> {
                try {
                    from.write(frame);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var arrived = to.read();
            sending.join();
            return arrived;
        }
    }

    @Override
    public void close() throws IOException {
        left.close();
        right.close();
    }
}
