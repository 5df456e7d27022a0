package org.tinybabel.grader.remote;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * JSON objects over a socket, each after its length in bytes (four, big-endian). What is read may come from anybody: its
 * size, depth and number of values are bounded before anything is made of it.
 */
public final class Frames implements Closeable {

    private static final int MOST_BYTES = 8 << 20;
    private static final int DEEPEST_NESTING = 64;
    private static final int MOST_VALUES = 1 << 20;

    /** What one connection may send in all, so that a process cannot keep its reader busy for ever. */
    private static final long MOST_BYTES_IN_ALL = 256L << 20;

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private long bytesRead;

    /**
     * Frames over a connected socket.
     *
     * @param channel a blocking channel, closed with these frames
     */
    public Frames(SocketChannel channel) {
        this.channel = channel;
        in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /**
     * Sends one object.
     *
     * @param frame the object
     * @throws FrameTooLargeException if the frame is over 8 MiB; nothing was sent
     * @throws IOException if the other side is gone
     */
    public void write(JsonObject frame) throws IOException {
        var bytes = ascii(frame.toString()).getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > MOST_BYTES) {
            throw new FrameTooLargeException(
                    "A message of " + bytes.length + " bytes is over the limit of " + MOST_BYTES + " bytes (8 MiB)");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Escapes what is not ASCII, so that halves of surrogate pairs survive, which UTF-8 cannot express. */
    private static String ascii(String json) {
        if (json.chars().allMatch(c -> c < 0x7F)) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + json.length() / 4);
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (c < 0x7F) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return escaped.toString();
    }

    /**
     * Waits for one object.
     *
     * @return the object
     * @throws IOException if the other side is gone, or what it sent is too large, too deep or no JSON object
     */
    public JsonObject read() throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a message of " + Integer.toUnsignedString(length) + " bytes is over the limit of "
                    + MOST_BYTES + " bytes");
        }
        bytesRead += length;
        if (bytesRead > MOST_BYTES_IN_ALL) {
            throw new IOException("its messages are over the limit of " + MOST_BYTES_IN_ALL + " bytes in all");
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        try {
            var reader = new CountingReader(text);
            reader.setNestingLimit(DEEPEST_NESTING);
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            var reason = String.valueOf(e.getMessage()).replaceFirst("^.*Exception: ", "");
            throw new IOException("a message is not a JSON object (" + reason + ")", e);
        }
    }

    /** A short text can hold millions of empty arrays, each of which costs much more memory than its two characters. */
    private static final class CountingReader extends JsonReader {

        private int values;

        CountingReader(String text) {
            super(new StringReader(text));
        }

        @Override
        public JsonToken peek() throws IOException {
            if (++values > MOST_VALUES) {
                throw new JsonParseException("it holds more than " + MOST_VALUES + " values");
            }
            return super.peek();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
