package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.MessageFuzzer.Sent;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Codec;
import org.tinybabel.kernel.protocol.ConnectionInfo;
import org.tinybabel.kernel.protocol.MalformedMessageException;
import org.tinybabel.kernel.protocol.Message;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Whatever is sent: the kernel goes on working, and each well-formed request is answered once. What these tests have
 * found is kept by name in {@link MalformedMessagesTest}.
 */
class FuzzTest {

    private static final long SEED = 20261124;
    private static final int BATCHES = 12;
    private static final int BATCH = 250;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void codecTakesAMessageOrSaysThatItIsNone() {
        var fuzzer = new MessageFuzzer(SEED, "key");
        var codec = new Codec("key");
        for (var i = 0; i < 20_000; i++) {
            var sent = fuzzer.next();
            try {
                var message = codec.decode(sent.frames());
                message.number("cursor_pos", 0);
                message.text("code", "");
                message.flag("silent", false);
                // Whatever was taken can be sent back as the parent of an answer.
                codec.encode(Message.create("status", "s", message.header(), message.content(), List.of()));
            } catch (MalformedMessageException e) {
                assertThat(sent.wellFormed()).as("%s: %s", sent, e).isFalse();
                assertThat(e).hasMessageEndingWith(".");
            } catch (Throwable e) {
                fail(sent.toString(), e);
            }
        }
    }

    @Test
    void kernelAnswersEveryWellFormedRequestOnceAndGoesOnWorking() throws Exception {
        try (var kernel = TestKernels.start();
                var wire = new Wire(ConnectionInfo.read(kernel.connectionFile()))) {
            var fuzzer = new MessageFuzzer(SEED, wire.connection.key());
            for (var batch = 0; batch < BATCHES; batch++) {
                var sent =
                        IntStream.range(0, BATCH).mapToObj(i -> fuzzer.next()).toList();
                sent.forEach(wire::send);
                wire.awaitAnswers(sent);
                answersACell(kernel, sent);
                wire.assertAnsweredOnce(sent);
            }
        }
    }

    private static void answersACell(KernelProcess kernel, List<Sent> sent) throws Exception {
        try {
            var answer = kernel.client().execute("1 + 1", TIMEOUT, output -> {});
            for (var attempt = 0; attempt < 5 && !answer.status().equals("ok"); attempt++) {
                // A damaged cell that was still to fail took it along, or a damaged interrupt met it.
                answer = kernel.client().execute("1 + 1", TIMEOUT, output -> {});
            }
            assertThat(answer.result()).contains("2");
        } catch (IOException | TimeoutException e) {
            fail("After " + sent, e);
        }
    }

    /** Sockets without any of the client's politeness. */
    private static final class Wire implements AutoCloseable {

        private final ConnectionInfo connection;
        private final ZContext context = new ZContext();
        private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
        private final Codec codec;
        private final Map<String, List<Message>> replies = new HashMap<>();
        private final Map<String, List<String>> states = new HashMap<>();

        Wire(ConnectionInfo connection) throws Exception {
            this.connection = connection;
            codec = new Codec(connection.key());
            connect(Channel.SHELL, SocketType.DEALER, connection.shellPort());
            connect(Channel.CONTROL, SocketType.DEALER, connection.controlPort());
            connect(Channel.STDIN, SocketType.DEALER, connection.stdinPort());
            connect(Channel.IOPUB, SocketType.SUB, connection.iopubPort()).subscribe(ZMQ.SUBSCRIPTION_ALL);
            awaitSubscription();
        }

        /** Output that comes before the subscription has arrived is lost. */
        private void awaitSubscription() throws Exception {
            var end = System.nanoTime() + TIMEOUT.toNanos();
            while (states.isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                send(
                        Channel.SHELL,
                        codec.encode(Message.create(
                                "kernel_info_request", "fuzz", new JsonObject(), new JsonObject(), List.of())));
                Thread.sleep(50);
                receiveAll();
            }
        }

        private ZMQ.Socket connect(Channel channel, SocketType type, int port) {
            var socket = context.createSocket(type);
            socket.setRcvHWM(0);
            socket.setSndHWM(0);
            socket.setLinger(0);
            socket.connect(connection.address(port));
            sockets.put(channel, socket);
            return socket;
        }

        void send(Sent sent) {
            send(sent.channel(), sent.frames());
        }

        private void send(Channel channel, List<byte[]> frames) {
            for (var i = 0; i < frames.size(); i++) {
                sockets.get(channel).send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
            }
        }

        void awaitAnswers(List<Sent> sent) throws Exception {
            var missing = new ArrayList<>(sent.stream().filter(Sent::needsReply).toList());
            var end = System.nanoTime() + TIMEOUT.toNanos();
            while (true) {
                receiveAll();
                missing.removeIf(each -> replies.containsKey(each.id())
                        && states.getOrDefault(each.id(), List.of()).contains("idle"));
                if (missing.isEmpty()) {
                    return;
                }
                assertThat(System.nanoTime()).as("no answer to %s", missing).isLessThan(end);
                Thread.sleep(5);
            }
        }

        private void receiveAll() throws Exception {
            for (var entry : sockets.entrySet()) {
                for (var first = entry.getValue().recv(ZMQ.DONTWAIT);
                        first != null;
                        first = entry.getValue().recv(ZMQ.DONTWAIT)) {
                    var frames = new ArrayList<byte[]>();
                    frames.add(first);
                    while (entry.getValue().hasReceiveMore()) {
                        frames.add(entry.getValue().recv());
                    }
                    received(entry.getKey(), codec.decode(frames));
                }
            }
        }

        private void received(Channel channel, Message message) {
            var parent = message.parentId();
            if (channel != Channel.IOPUB) {
                replies.computeIfAbsent(parent, id -> new ArrayList<>()).add(message);
            } else if (message.type().equals("status")) {
                states.computeIfAbsent(parent, id -> new ArrayList<>()).add(message.text("execution_state", ""));
            }
        }

        void assertAnsweredOnce(List<Sent> sent) throws Exception {
            receiveAll();
            for (var each : sent) {
                if (each.needsReply()) {
                    assertThat(replies.get(each.id())).as("replies to %s", each).hasSize(1);
                    var reply = replies.get(each.id()).get(0);
                    assertThat(reply.type()).isEqualTo(each.type().replace("_request", "_reply"));
                    assertThat(reply.text("status", ""))
                            .as("status of %s", each)
                            .isNotBlank();
                    assertThat(states.get(each.id())).as("states of %s", each).containsExactly("busy", "idle");
                }
            }
            replies.clear();
            states.clear();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
