package org.tinybabel.cli.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files, also such as no honest program makes. */
final class Zips {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;

    private Zips() {}

    /** A zip file of names and contents in turn; a content is text or bytes. */
    static byte[] of(Object... namesAndContents) {
        return in(StandardCharsets.UTF_8, namesAndContents);
    }

    /** The same with the names of entries in another encoding. */
    static byte[] in(Charset charset, Object... namesAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, charset)) {
            for (var i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                var content = namesAndContents[i + 1];
                zip.write(
                        content instanceof byte[] raw ? raw : content.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same zip file with another name, of the same length, for one of its entries. */
    static byte[] renamed(byte[] zip, String name, String other) {
        var text = new String(zip, StandardCharsets.ISO_8859_1).replace(name, other);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same zip file, whose first entry claims to be a symbolic link. */
    static byte[] linked(byte[] zip) {
        var at = find(zip, CENTRAL);
        zip[at + 5] = 3;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 38, 0120777 << 16);
        return zip;
    }

    /** The same zip file, whose first entry claims to be small. */
    static byte[] understated(byte[] zip, int size) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(find(zip, CENTRAL) + 24, size);
        return zip;
    }

    private static int find(byte[] zip, int signature) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < zip.length - 4; i++) {
            if (buffer.getInt(i) == signature && (signature != LOCAL || i == 0)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such record");
    }
}
