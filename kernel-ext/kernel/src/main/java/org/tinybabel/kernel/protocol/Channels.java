package org.tinybabel.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The sockets of a kernel or of a client. One thread owns them all and sleeps until something arrives or another thread
 * hands over a message to send. Whatever goes wrong with one message is logged and does not end the thread.
 */
public final class Channels implements AutoCloseable {

    /** A channel that messages are received or sent on. */
    public enum Channel {
        /** Requests, in order. */
        SHELL,
        /** Requests that must not wait for a running cell. */
        CONTROL,
        /** Input that a cell asked for. */
        STDIN,
        /** Output to whoever listens. */
        IOPUB
    }

    /** How a kernel's last words begin when one of its ports is taken. */
    public static final String CANNOT_LISTEN = "Cannot listen on ";

    private record Outgoing(Channel channel, List<byte[]> frames) {}

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final String WAKE_UP = "inproc://wake-up";
    private static final int LINGER_MS = 1000;
    private static final int CLIENT_LINGER_MS = 100;
    private static final int RECONNECT_MS = 20;
    private static final int MOST_ATTEMPTS = 50;
    private static final long MEMORY_RETURNS_NS = 20_000_000;

    private final ZContext context = new ZContext();
    private final Codec codec;
    private final BiConsumer<Channel, Message> receiver;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Semaphore rings = new Semaphore(0);
    private final ZMQ.Socket wakeUp;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    private Channels(Codec codec, BiConsumer<Channel, Message> receiver) {
        this.codec = codec;
        this.receiver = receiver;
        context.setUncaughtExceptionHandler(this::libraryFailed);
        context.setNotificationExceptionHandler(this::libraryFailed);
        wakeUp = context.createSocket(SocketType.PUSH);
    }

    /** The library's own threads now and then trip over sockets that are being closed, which harms nobody. */
    private void libraryFailed(Thread thread, Throwable failure) {
        if (!closing) {
            LOG.error("The thread " + thread.getName() + " of the socket library failed.", failure);
        }
    }

    /**
     * Binds a kernel's sockets and starts their thread, which also answers heartbeats.
     *
     * @param connection where to bind
     * @param codec signs and checks messages
     * @param receiver gets every well-formed message; called on the sockets' thread, so it must not block
     * @param subscribed gets the topic of every new subscription to the output, blank for all topics; called on the
     *     sockets' thread
     * @return the open channels
     * @throws IllegalStateException if an address is taken
     */
    public static Channels ofKernel(
            ConnectionInfo connection,
            Codec codec,
            BiConsumer<Channel, Message> receiver,
            Consumer<String> subscribed) {
        var channels = new Channels(codec, receiver);
        try {
            var sockets = new EnumMap<Channel, ZMQ.Socket>(Channel.class);
            sockets.put(Channel.SHELL, channels.bound(SocketType.ROUTER, connection.address(connection.shellPort())));
            sockets.put(
                    Channel.CONTROL, channels.bound(SocketType.ROUTER, connection.address(connection.controlPort())));
            sockets.put(Channel.STDIN, channels.bound(SocketType.ROUTER, connection.address(connection.stdinPort())));
            var output = channels.bound(SocketType.XPUB, connection.address(connection.iopubPort()));
            output.setXpubVerbose(true);
            sockets.put(Channel.IOPUB, output);
            var heartbeat = channels.bound(SocketType.ROUTER, connection.address(connection.heartbeatPort()));
            channels.start(
                    sockets,
                    List.of(Channel.CONTROL, Channel.STDIN, Channel.SHELL),
                    Map.of(heartbeat, frames -> send(heartbeat, frames), output, frames -> topic(frames)
                            .ifPresent(subscribed)));
            return channels;
        } catch (RuntimeException e) {
            channels.context.close();
            throw e;
        }
    }

    /**
     * Connects a client's sockets and starts their thread.
     *
     * @param connection where the kernel listens, or soon will
     * @param codec signs and checks messages
     * @param session the client's session, by which the kernel addresses answers
     * @param receiver gets every well-formed message; called on the sockets' thread, so it must not block
     * @return the open channels
     */
    public static Channels ofClient(
            ConnectionInfo connection, Codec codec, String session, BiConsumer<Channel, Message> receiver) {
        var channels = new Channels(codec, receiver);
        var sockets = new EnumMap<Channel, ZMQ.Socket>(Channel.class);
        Map.of(
                        Channel.SHELL, connection.shellPort(),
                        Channel.CONTROL, connection.controlPort(),
                        Channel.STDIN, connection.stdinPort(),
                        Channel.IOPUB, connection.iopubPort())
                .forEach((channel, port) -> {
                    var socket = channels.socket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
                    // A kernel that has ended takes no more messages.
                    socket.setLinger(CLIENT_LINGER_MS);
                    if (channel == Channel.IOPUB) {
                        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
                    } else {
                        socket.setIdentity(session.getBytes(ZMQ.CHARSET));
                    }
                    socket.connect(connection.address(port));
                    sockets.put(channel, socket);
                });
        channels.start(
                sockets,
                // Output first: when the answer to a cell is seen, so is what it printed before.
                List.of(Channel.IOPUB, Channel.CONTROL, Channel.STDIN, Channel.SHELL),
                Map.of());
        return channels;
    }

    private ZMQ.Socket bound(SocketType type, String address) {
        var socket = socket(type);
        if (type == SocketType.ROUTER) {
            // A front end that connects again is answered, even if the end of its old connection went unnoticed.
            socket.setRouterHandover(true);
        }
        try {
            socket.bind(address);
            return socket;
        } catch (ZMQException e) {
            throw new IllegalStateException(CANNOT_LISTEN + address + ": " + e.getMessage(), e);
        }
    }

    private ZMQ.Socket socket(SocketType type) {
        var socket = context.createSocket(type);
        // Nothing is dropped here; the output that waits is bounded where it is produced.
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        socket.setLinger(LINGER_MS);
        socket.setReconnectIVL(RECONNECT_MS);
        return socket;
    }

    /** What a subscriber asks for: such a frame is a 1 and the topic; a 0 ends a subscription. */
    private static Optional<String> topic(List<byte[]> frames) {
        var frame = frames.get(0);
        return frame.length > 0 && frame[0] == 1
                ? Optional.of(new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void start(
            Map<Channel, ZMQ.Socket> sockets, List<Channel> incoming, Map<ZMQ.Socket, Consumer<List<byte[]>>> others) {
        var bell = bound(SocketType.PULL, WAKE_UP);
        wakeUp.connect(WAKE_UP);
        var thread = new Thread(
                () -> {
                    try {
                        serve(sockets, incoming, others, bell);
                    } finally {
                        ended.countDown();
                    }
                },
                "io");
        thread.setDaemon(true);
        thread.start();
        var ringer = new Thread(this::ring, "bell");
        ringer.setDaemon(true);
        ringer.start();
    }

    private void serve(
            Map<Channel, ZMQ.Socket> sockets,
            List<Channel> incoming,
            Map<ZMQ.Socket, Consumer<List<byte[]>>> others,
            ZMQ.Socket bell) {
        try (var poller = context.createPoller(incoming.size() + others.size() + 1)) {
            var bellIndex = poller.register(bell, ZMQ.Poller.POLLIN);
            incoming.forEach(channel -> poller.register(sockets.get(channel), ZMQ.Poller.POLLIN));
            var otherIndexes = new HashMap<ZMQ.Socket, Integer>();
            others.keySet().forEach(socket -> otherIndexes.put(socket, poller.register(socket, ZMQ.Poller.POLLIN)));
            while (true) {
                try {
                    // Asked before draining, so that what was handed over before close() still goes out.
                    var last = closing;
                    for (var next = outgoing.poll(); next != null; next = outgoing.poll()) {
                        send(sockets.get(next.channel()), next.frames());
                    }
                    if (last) {
                        return;
                    }
                    poller.poll(-1);
                    if (poller.pollin(bellIndex)) {
                        frames(bell);
                        woken.set(false);
                    }
                    for (var i = 0; i < incoming.size(); i++) {
                        if (poller.pollin(i + 1)) {
                            receive(incoming.get(i), sockets.get(incoming.get(i)));
                        }
                    }
                    otherIndexes.forEach((socket, index) -> {
                        if (poller.pollin(index)) {
                            others.get(socket).accept(frames(socket));
                        }
                    });
                } catch (Throwable e) {
                    if (closing
                            || e instanceof ZMQException failure
                                    && failure.getErrorCode() == ZMQ.Error.ETERM.getCode()) {
                        return;
                    }
                    // Such as a lack of memory, which is a cell's doing: the sockets must outlive it.
                    LOG.error("A message was lost: {}", e.toString());
                    LockSupport.parkNanos(MEMORY_RETURNS_NS);
                }
            }
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (var i = 0; i < frames.size(); i++) {
            send(socket, frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Insists, because a message of which only some frames went out would spoil the next one. */
    private static void send(ZMQ.Socket socket, byte[] frame, int flags) {
        for (var attempt = 1; ; attempt++) {
            try {
                socket.send(frame, flags);
                return;
            } catch (OutOfMemoryError e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(MEMORY_RETURNS_NS);
            }
        }
    }

    private void receive(Channel channel, ZMQ.Socket socket) {
        var frames = frames(socket);
        try {
            receiver.accept(channel, codec.decode(frames));
        } catch (MalformedMessageException e) {
            LOG.warn("A message on {} was ignored: {}", channel, e.getMessage());
        } catch (Throwable e) {
            LOG.error("A message on " + channel + " was ignored.", e);
        }
    }

    private static List<byte[]> frames(ZMQ.Socket socket) {
        var frames = new ArrayList<byte[]>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        return frames;
    }

    /**
     * Sends a message as soon as the sockets' thread gets to it. Messages of one thread keep their order.
     *
     * @param channel where to
     * @param message what to send
     */
    public void send(Channel channel, Message message) {
        outgoing.add(new Outgoing(channel, codec.encode(message)));
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            rings.release();
        }
    }

    /**
     * Wakes the sockets' thread. Java closes a pipe when a thread that writes to it is interrupted, and ZeroMQ wakes by a
     * pipe: so the threads of cells, which are interrupted, never write to it themselves.
     */
    private void ring() {
        try {
            while (true) {
                rings.acquire();
                if (ended.getCount() == 0) {
                    return;
                }
                wakeUp.send(new byte[0]);
            }
        } catch (InterruptedException | ZMQException e) {
            // Nobody interrupts this thread, and the sockets close only when nothing is left to send.
        }
    }

    /** Sends what was handed over, then closes the sockets; waits at most a second. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        wake();
        try {
            ended.await(LINGER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rings.release();
        context.close();
    }
}
