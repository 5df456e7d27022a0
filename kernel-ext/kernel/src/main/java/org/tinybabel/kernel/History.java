package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tinybabel.kernel.protocol.Message;

/** The cells that were run, as long as the kernel lives. */
final class History {

    private record Entry(int number, String source, String output) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(int number, String source, String output) {
        entries.add(new Entry(number, source, output));
    }

    /** The answer to a history request. */
    synchronized JsonObject reply(Message request) {
        var most = Math.max(0, request.number("n", Integer.MAX_VALUE));
        var found =
                switch (request.text("hist_access_type", "tail")) {
                    case "range" -> range(request.number("start", 0), request.number("stop", Integer.MAX_VALUE));
                    case "search" -> last(matching(request.text("pattern", "*"), request.flag("unique", false)), most);
                    default -> last(entries, most);
                };
        var content = Replies.ok();
        content.add("history", json(found, request.flag("output", false)));
        return content;
    }

    private List<Entry> range(int start, int stop) {
        return matching(entry -> entry.number() >= start && entry.number() < stop);
    }

    private List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    private List<Entry> matching(String glob, boolean unique) {
        var regex = new StringBuilder();
        for (var c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        var pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        var found = matching(entry -> pattern.matcher(entry.source()).matches());
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
            item.add(1);
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
}
