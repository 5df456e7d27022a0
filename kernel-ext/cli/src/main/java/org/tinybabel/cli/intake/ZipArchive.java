package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file from somebody who may mean harm. Entries are read to memory, one at a time and up to a limit; none is ever
 * unpacked to where its name says.
 */
final class ZipArchive implements AutoCloseable {

    /** What one submission may hold. */
    static final Limits SUBMISSION = new Limits(10_000, 512L << 20);

    /** What a learning platform's download of a whole course may hold; of it only notebooks are read. */
    static final Limits DOWNLOAD = new Limits(200_000, Long.MAX_VALUE);

    private static final int MOST_NESTED_BYTES = 64 << 20;
    private static final int MOST_MANIFEST_BYTES = 64 << 10;

    /** The most entries, and the most bytes of all of them unpacked. */
    record Limits(int entries, long bytes) {}

    private final ZipFile zip;
    private final Optional<Path> temporary;

    private ZipArchive(ZipFile zip, Optional<Path> temporary) {
        this.zip = zip;
        this.temporary = temporary;
    }

    /**
     * Opens a zip file.
     *
     * @throws IOException if it is none or must not be used; the message says why
     */
    static ZipArchive open(Path file, Limits limits) throws IOException {
        return checked(file, limits, Optional.empty());
    }

    /** Opens a zip file that lies in this one. Java reads zip files from disk only, so a copy is kept until it is closed. */
    ZipArchive nested(ZipEntry entry) throws IOException {
        var bytes = read(entry, MOST_NESTED_BYTES);
        var copy = Files.createTempFile("tinybabel-nested", ".zip");
        try {
            Files.write(copy, bytes);
            return checked(copy, SUBMISSION, Optional.of(copy));
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static ZipArchive checked(Path file, Limits limits, Optional<Path> temporary) throws IOException {
        try {
            var archive = new ZipArchive(opened(file), temporary);
            try {
                archive.check(limits);
                if (ZipLinks.in(file)) {
                    throw new IOException("The zip file holds a symbolic link. Pack the files themselves.");
                }
                return archive;
            } catch (IOException e) {
                archive.zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new IOException("The zip file cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            // Older packers write the names of files as DOS did.
            return new ZipFile(file.toFile(), Charset.forName("IBM437"));
        }
    }

    private void check(Limits limits) throws IOException {
        if (zip.size() > limits.entries()) {
            throw new IOException(
                    "The zip file holds " + zip.size() + " entries; more than " + limits.entries() + " are not read.");
        }
        var names = new HashSet<String>();
        var bytes = 0L;
        for (var entry : entries()) {
            var name = entry.getName().replace('\\', '/');
            if (name.startsWith("/")
                    || name.matches("^[A-Za-z]:.*")
                    || List.of(name.split("/")).contains("..")) {
                throw new IOException("The zip file holds the path \"" + printable(entry.getName())
                        + "\", which leads out of its folder.");
            }
            if (!names.add(name)) {
                throw new IOException("The zip file holds \"" + printable(name) + "\" twice.");
            }
            bytes += Math.max(0, entry.getSize());
            if (bytes > limits.bytes() || bytes < 0) {
                throw new IOException("The zip file unpacks to more than " + (limits.bytes() >> 20) + " MB.");
            }
            if (name.toLowerCase(Locale.ROOT).endsWith(".ipynb") && entry.getSize() > NotebookSource.MOST_BYTES) {
                throw tooLarge(name, NotebookSource.MOST_BYTES);
            }
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static IOException tooLarge(String name, int limit) {
        return new IOException(printable(name) + " unpacks to more than " + (limit >> 20) + " MB, which is not read.");
    }

    /** The entries in their order. */
    List<? extends ZipEntry> entries() {
        return zip.stream().toList();
    }

    /** The entry of a name. */
    ZipEntry entry(String name) throws IOException {
        return Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> new IOException("The zip file no longer holds " + name + "."));
    }

    /** A notebook's bytes. */
    byte[] notebook(ZipEntry entry) throws IOException {
        return read(entry, NotebookSource.MOST_BYTES);
    }

    /** What the kit wrote into a folder of the zip file, if it made it; the folder ends with a slash or is blank. */
    Optional<Manifest> manifest(String folder) {
        var entry = Optional.ofNullable(zip.getEntry(folder + Manifest.FILE));
        try {
            return entry.isEmpty() ? Optional.empty() : Manifest.parse(read(entry.get(), MOST_MANIFEST_BYTES));
        } catch (IOException e) {
            // Too large or damaged: none of the kit's.
            return Optional.empty();
        }
    }

    /** Counts while it unpacks: the sizes that an archive declares may be lies. */
    private byte[] read(ZipEntry entry, int limit) throws IOException {
        if (entry.getSize() > limit) {
            throw tooLarge(entry.getName(), limit);
        }
        try (var stream = zip.getInputStream(entry)) {
            var bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit || entry.getSize() >= 0 && bytes.length > entry.getSize()) {
                throw tooLarge(entry.getName(), limit);
            }
            return bytes;
        } catch (ZipException e) {
            throw new IOException(
                    printable(entry.getName()) + " in the zip file cannot be unpacked: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (temporary.isPresent()) {
            Files.deleteIfExists(temporary.get());
        }
    }
}
