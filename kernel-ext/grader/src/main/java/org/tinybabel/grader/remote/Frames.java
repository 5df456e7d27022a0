package org.tinybabel.grader.remote;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
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

/** JSON objects over a socket, each after its length in bytes (four, big-endian). */
public final class Frames implements Closeable {

    private static final int MOST_BYTES = 8 << 20;
    private static final int DEEPEST_NESTING = 64;

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;

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
     * @throws IOException if the other side is gone, or the frame is over 8 MiB
     */
    public void write(JsonObject frame) throws IOException {
        var bytes = frame.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("A message of " + bytes.length + " bytes is over the limit of " + MOST_BYTES);
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
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
            throw new IOException("A message of " + length + " bytes is over the limit of " + MOST_BYTES);
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        try {
            var reader = new JsonReader(new StringReader(text));
            reader.setNestingLimit(DEEPEST_NESTING);
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("A message is not a JSON object: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
