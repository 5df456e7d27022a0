package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tinybabel.kernel.protocol.Message;

/** The cells that were run: those of this kernel, and those of earlier ones as far as their file holds them. */
final class History implements AutoCloseable {

    private static final long LAST_WRITES_MS = 500;

    /**
     * A cell that was run.
     *
     * @param session the number of the kernel that ran it; 1 is the oldest
     * @param notebook where the kernel was started: the notebook's path, or a folder if the front end does not tell
     * @param number the cell's execution count
     * @param source its text
     * @param output the text of its value; blank if it has none
     */
    record Entry(int session, String notebook, int number, String source, String output) {}

    private final List<Entry> entries = new ArrayList<>();
    private final HistoryFile file;
    private final String notebook;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "history");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts the history of a session.
     *
     * @param file where earlier sessions are
     * @param notebook where this kernel was started
     */
    History(HistoryFile file, String notebook) {
        this.file = file;
        this.notebook = notebook;
    }

    /** Remembers a cell; what has to be written is written later, so that no cell waits for a disk. */
    void add(int number, String source, String output) {
        synchronized (entries) {
            entries.add(new Entry(0, notebook, number, source, output));
        }
        writer.execute(() -> file.append(new Entry(file.session(), notebook, number, source, output)));
    }

    /** The cells of earlier sessions of this notebook, the oldest first. */
    List<Entry> earlierSessions() {
        var session = file.session();
        return file.read().stream()
                .filter(entry -> entry.session() != session && entry.notebook().equals(notebook))
                .toList();
    }

    /** The answer to a history request. */
    JsonObject reply(Message request) {
        var most = Math.max(0, request.number("n", Integer.MAX_VALUE));
        var found =
                switch (request.text("hist_access_type", "tail")) {
                    case "range" ->
                        range(request.number("session", 0), request.number("start", 0), request.number("stop", 0));
                    case "search" -> last(matching(request.text("pattern", "*"), request.flag("unique", false)), most);
                    default -> last(all(), most);
                };
        var content = Replies.ok();
        content.add("history", json(found, request.flag("output", false)));
        return content;
    }

    /** Earlier sessions, then those that run beside this one, then this one. */
    private List<Entry> all() {
        var session = file.session();
        return Stream.concat(
                        file.read().stream()
                                .filter(entry -> entry.session() != session)
                                .sorted(Comparator.comparingInt(Entry::session)),
                        current(session).stream())
                .toList();
    }

    private List<Entry> current(int session) {
        synchronized (entries) {
            return entries.stream()
                    .map(entry -> new Entry(session, entry.notebook(), entry.number(), entry.source(), entry.output()))
                    .toList();
        }
    }

    /** Sessions up to 0 count back from this one, lines below 0 from the last; 0 as the end means no end. */
    private List<Entry> range(int session, int start, int stop) {
        var here = file.session();
        var number = session <= 0 ? here + session : session;
        var found = number == here
                ? current(here)
                : file.read().stream()
                        .filter(entry -> entry.session() == number)
                        .toList();
        var end = found.stream().mapToInt(Entry::number).max().orElse(0) + 1;
        var from = start < 0 ? start + end : start;
        var to = stop < 0 ? stop + end : stop == 0 ? end : stop;
        return found.stream()
                .filter(entry -> entry.number() >= from && entry.number() < to)
                .toList();
    }

    private List<Entry> matching(String glob, boolean unique) {
        var regex = new StringBuilder();
        for (var c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        Predicate<String> wanted =
                Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
        var found = all().stream().filter(entry -> wanted.test(entry.source())).toList();
        if (!unique) {
            return found;
        }
        var newest = new LinkedHashMap<String, Entry>();
        for (var entry : found) {
            newest.remove(entry.source());
            newest.put(entry.source(), entry);
        }
        return List.copyOf(newest.values());
    }

    private static List<Entry> last(List<Entry> entries, int most) {
        return entries.subList(Math.max(0, entries.size() - most), entries.size());
    }

    private static JsonArray json(List<Entry> entries, boolean withOutput) {
        var history = new JsonArray();
        for (var entry : entries) {
            var item = new JsonArray();
            item.add(entry.session());
            item.add(entry.number());
            if (withOutput) {
                var both = new JsonArray();
                both.add(entry.source());
                both.add(entry.output());
                item.add(both);
            } else {
                item.add(entry.source());
            }
            history.add(item);
        }
        return history;
    }

    /** Waits a moment for what is still to be written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(LAST_WRITES_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
