package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cells of all sessions of a user, one JSON object a line. Several kernels may write to it at the same time. A line
 * that cannot be read is passed over, and where nothing can be written the history lives in memory only.
 */
final class HistoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);

    /** Locks of files are of the whole process. */
    private static final Object THIS_PROCESS = new Object();

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LOCK_POLL = Duration.ofMillis(5);
    private static final int LONGEST_SOURCE = 100_000;
    private static final int LONGEST_OUTPUT = 10_000;
    private static final long LARGEST_BYTES = 4 << 20;

    private final Optional<Path> file;
    private boolean failed;
    private int session;

    private interface FileTask<T> {
        T run(Path file) throws IOException;
    }

    /**
     * A history that is kept in a folder.
     *
     * @param folder made if it is missing; empty for a history in memory only
     */
    HistoryFile(Optional<Path> folder) {
        file = folder.map(path -> path.resolve("history.jsonl"));
    }

    /**
     * The folder that the environment names, else the place where the operating system wants such files.
     *
     * @param environment {@code TINYBABEL_HISTORY} names the folder; blank keeps the history in memory
     * @param system the name of the operating system
     * @param home the user's home
     */
    static Optional<Path> folder(Map<String, String> environment, String system, Path home) {
        var chosen = environment.get("TINYBABEL_HISTORY");
        if (chosen != null) {
            return chosen.isBlank() ? Optional.empty() : Optional.of(Path.of(chosen));
        }
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(path(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("tinybabel"));
        } else if (name.startsWith("mac")) {
            return Optional.of(home.resolve("Library/Application Support/tinybabel"));
        }
        return Optional.of(path(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                .resolve("tinybabel"));
    }

    private static Path path(Map<String, String> environment, String name, Path otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    /** The number of this session, which is one more than the last in the file. */
    synchronized int session() {
        if (session == 0) {
            session = locked(path -> {
                        shorten(path);
                        var last = read(path).stream()
                                .mapToInt(History.Entry::session)
                                .max()
                                .orElse(0);
                        // Reserves the number against a kernel that starts at the same time.
                        write(path, json(new History.Entry(last + 1, "", 0, "", "")));
                        return last + 1;
                    })
                    .orElse(1);
        }
        return session;
    }

    /** Writes a cell; one that is too long to be worth keeping is left out. */
    synchronized void append(History.Entry entry) {
        if (entry.source().length() <= LONGEST_SOURCE) {
            locked(path -> {
                write(path, json(entry));
                return true;
            });
        }
    }

    /** The cells in the file, in the order they were run. */
    synchronized List<History.Entry> read() {
        return locked(HistoryFile::read).orElse(List.of()).stream()
                .filter(entry -> entry.number() > 0)
                .toList();
    }

    private <T> Optional<T> locked(FileTask<T> task) {
        if (file.isEmpty() || failed) {
            return Optional.empty();
        }
        synchronized (THIS_PROCESS) {
            var path = file.get();
            try {
                Files.createDirectories(path.getParent());
                try (var channel = FileChannel.open(
                                path.resolveSibling("history.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        var lock = lock(channel)) {
                    return lock.isValid() ? Optional.of(task.run(path)) : Optional.empty();
                }
            } catch (IOException | RuntimeException e) {
                failed = true;
                LOG.warn("The history is kept in memory only, since {} cannot be used: {}", path, e.toString());
                return Optional.empty();
            }
        }
    }

    /** A kernel that hangs must not take the others with it. */
    private static FileLock lock(FileChannel channel) throws IOException {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(LOCK_POLL.toNanos());
        }
        throw new IOException("another process holds the lock");
    }

    private static List<History.Entry> read(Path path) throws IOException {
        var entries = new ArrayList<History.Entry>();
        if (Files.exists(path)) {
            // Decoded leniently: a broken line must not hide the others.
            new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().forEach(line -> parse(line)
                    .ifPresent(entries::add));
        }
        return entries;
    }

    private static Optional<History.Entry> parse(String line) {
        try {
            return line.startsWith("{") && JsonParser.parseString(line) instanceof JsonObject json
                    ? Optional.of(new History.Entry(
                            json.get("session").getAsInt(),
                            text(json, "notebook"),
                            json.get("line").getAsInt(),
                            text(json, "source"),
                            text(json, "output")))
                    : Optional.empty();
        } catch (JsonParseException | UnsupportedOperationException | IllegalStateException | NullPointerException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }

    private static String json(History.Entry entry) {
        var json = new JsonObject();
        json.addProperty("session", entry.session());
        json.addProperty("line", entry.number());
        json.addProperty("notebook", entry.notebook());
        json.addProperty("source", entry.source());
        var output = entry.output();
        json.addProperty("output", output.length() > LONGEST_OUTPUT ? output.substring(0, LONGEST_OUTPUT) : output);
        return json.toString();
    }

    private static void write(Path path, String line) throws IOException {
        try (var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var end = channel.size();
            channel.position(end);
            // A process that was killed while it wrote leaves half a line.
            var text = (endsInside(channel, end) ? "\n" : "") + line + "\n";
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean endsInside(FileChannel channel, long end) throws IOException {
        var last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    /** Keeps the newer half of a file that has grown large. */
    private static void shorten(Path path) throws IOException {
        if (!Files.exists(path) || Files.size(path) < LARGEST_BYTES) {
            return;
        }
        var bytes = Files.readAllBytes(path);
        var start = bytes.length / 2;
        while (start < bytes.length && bytes[start - 1] != '\n') {
            start++;
        }
        var shorter = path.resolveSibling("history.new");
        Files.write(shorter, Arrays.copyOfRange(bytes, start, bytes.length));
        Files.move(shorter, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
