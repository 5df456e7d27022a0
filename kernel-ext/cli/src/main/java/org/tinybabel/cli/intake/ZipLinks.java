package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Finds symbolic links in a zip file: Java's own reader does not tell which entries are links. */
final class ZipLinks {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int UNIX = 3;
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;

    private ZipLinks() {}

    /** Whether any entry of a zip file, which Java can open, is a symbolic link. */
    static boolean in(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var position = directory(channel);
            while (true) {
                var header = read(channel, position, HEADER_SIZE);
                if (header.remaining() < HEADER_SIZE || header.getInt(0) != HEADER) {
                    return false;
                }
                var madeOnUnix = (header.getShort(4) >> 8 & 0xFF) == UNIX;
                if (madeOnUnix && (header.getInt(38) >>> 16 & TYPE) == LINK) {
                    return true;
                }
                position += HEADER_SIZE + unsigned(header, 28) + unsigned(header, 30) + unsigned(header, 32);
            }
        }
    }

    /** Where the list of entries begins. */
    private static long directory(FileChannel channel) throws IOException {
        var size = channel.size();
        var tail = (int) Math.min(size, END_SIZE + MOST_COMMENT);
        var end = read(channel, size - tail, tail);
        for (var at = tail - END_SIZE; at >= 0; at--) {
            if (end.getInt(at) == END) {
                var locator = read(channel, size - tail + at - LOCATOR_64_SIZE, LOCATOR_64_SIZE);
                if (locator.remaining() == LOCATOR_64_SIZE && locator.getInt(0) == LOCATOR_64) {
                    var end64 = read(channel, locator.getLong(8), 56);
                    if (end64.remaining() == 56 && end64.getInt(0) == END_64) {
                        return end64.getLong(48);
                    }
                }
                // Counted back from the end, as Java does: something may stand before the first entry.
                return size - tail + at - Integer.toUnsignedLong(end.getInt(at + 12));
            }
        }
        throw new ZipException("it has no list of entries");
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    /** As many of the bytes as there are, ready to be read. */
    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (position >= 0) {
            while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
                // Until the buffer is full or the file ends.
            }
        }
        return buffer.flip();
    }
}
