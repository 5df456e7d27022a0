package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tinybabel.kernel.protocol.Message;

/**
 * Collects what cells print and sends it in few messages: when a little time has passed, when much has come together,
 * and always before anything else is sent. Whoever prints faster than messages may go out has to wait, so that a cell
 * that prints for ever cannot fill the memory.
 */
final class OutputStreams {

    private static final int LARGEST_MESSAGE = 256 << 10;
    private static final int MOST_PENDING = 2 << 20;
    private static final long COLLECT_MS = 25;

    /** Sends the text of a stream. */
    interface Sender {
        void send(Optional<Message> request, JsonObject content);
    }

    /** Text of one stream for one request. */
    private record Segment(String stream, Optional<Message> request, StringBuilder text) {}

    private final Sender sender;
    private final Requests requests;
    private final Object lock = new Object();
    private final Deque<Segment> pending = new ArrayDeque<>();
    private int pendingLength;

    OutputStreams(Requests requests, Sender sender) {
        this.requests = requests;
        this.sender = sender;
        var thread = new Thread(this::sendRegularly, "output");
        thread.setDaemon(true);
        thread.start();
    }

    /** A print stream whose text goes out as the named stream, {@code stdout} or {@code stderr}. */
    PrintStream stream(String name) {
        return new PrintStream(new Sink(name), false, StandardCharsets.UTF_8);
    }

    private final class Sink extends OutputStream {

        private final String name;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer undecoded = ByteBuffer.allocate(0);

        Sink(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            var input = ByteBuffer.allocate(undecoded.remaining() + length)
                    .put(undecoded)
                    .put(bytes, offset, length)
                    .flip();
            var text = CharBuffer.allocate(input.remaining() + 1);
            decoder.reset().decode(input, text, false);
            // The first bytes of a character whose rest comes with the next call.
            undecoded = input;
            append(name, text.flip());
        }
    }

    private void append(String stream, CharSequence text) {
        var request = requests.ofThisThread();
        synchronized (lock) {
            awaitRoom();
            var last = pending.peekLast();
            if (last == null || !last.stream().equals(stream) || last.request() != request) {
                last = new Segment(stream, request, new StringBuilder());
                pending.add(last);
                lock.notifyAll();
            }
            last.text().append(text);
            pendingLength += text.length();
        }
    }

    private void awaitRoom() {
        try {
            while (pendingLength > MOST_PENDING) {
                lock.wait();
            }
        } catch (InterruptedException e) {
            // The cell is being stopped: it goes on for a moment, and its text is kept.
            Thread.currentThread().interrupt();
        }
    }

    private void sendRegularly() {
        try {
            while (true) {
                synchronized (lock) {
                    while (pending.isEmpty()) {
                        lock.wait();
                    }
                }
                Thread.sleep(COLLECT_MS);
                send(LARGEST_MESSAGE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends everything that was printed. */
    void flush() {
        send(Integer.MAX_VALUE);
    }

    private void send(int most) {
        synchronized (lock) {
            var sent = 0;
            while (!pending.isEmpty() && sent < most) {
                var first = pending.peekFirst();
                var length = end(first.text(), LARGEST_MESSAGE);
                var content = new JsonObject();
                content.addProperty("name", first.stream());
                content.addProperty("text", first.text().substring(0, length));
                if (length > 0) {
                    sender.send(first.request(), content);
                }
                if (length == first.text().length()) {
                    pending.removeFirst();
                } else {
                    first.text().delete(0, length);
                }
                sent += length;
                pendingLength -= length;
            }
            lock.notifyAll();
        }
    }

    /** Where to cut so that no pair of surrogates is cut apart. */
    private static int end(StringBuilder text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
