package org.tinybabel.cli.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The verdicts that a notebook's outputs hold as data, by claim.
 *
 * @param byClaim the claims' ids and what was found about them, in the notebook's order
 */
public record Verdicts(Map<String, Verdicts.Entry> byClaim) {

    private static final String MEDIA_TYPE = "application/vnd.tinybabel.verdicts+json";
    private static final int NEWEST_VERSION = 2;

    /**
     * What was found about a claim.
     *
     * @param claim the claim in words
     * @param verdict in words; blank while there is none
     * @param mean the measured number, if it is a matter of numbers
     * @param low the lower end of its interval
     * @param high the upper end of its interval
     * @param author {@code paper} or {@code ours}; blank in notebooks of the first pattern
     * @param controlled whether criterion and control were computed, or a reason stands for the control
     * @param fewestSeeds the smallest number of seeds among the intervals that decided; empty if none was computed
     */
    public record Entry(
            String claim,
            String verdict,
            Optional<Double> mean,
            Optional<Double> low,
            Optional<Double> high,
            String author,
            boolean controlled,
            Optional<Integer> fewestSeeds) {

        /**
         * An entry of a notebook of the first pattern.
         *
         * @param claim the claim in words
         * @param verdict in words
         * @param mean the measured number
         * @param low the lower end of its interval
         * @param high the upper end of its interval
         */
        public Entry(String claim, String verdict, Optional<Double> mean, Optional<Double> low, Optional<Double> high) {
            this(claim, verdict, mean, low, high, "", false, Optional.empty());
        }

        private static Entry of(JsonObject json) {
            return new Entry(
                    text(json, "claim"),
                    text(json, "verdict"),
                    number(json, "mean"),
                    number(json, "low"),
                    number(json, "high"),
                    text(json, "author"),
                    json.has("computed_criterion") && (json.has("computed_control") || json.has("no_control")),
                    Stream.of("computed_criterion", "computed_control")
                            .flatMap(key -> seeds(json.get(key)))
                            .min(Integer::compare));
        }

        private static Stream<Integer> seeds(JsonElement condition) {
            return condition instanceof JsonObject computed && computed.get("parts") instanceof JsonArray parts
                    ? parts.asList().stream()
                            .map(part -> part.getAsJsonObject().get("seeds").getAsInt())
                    : Stream.empty();
        }

        private static String text(JsonObject json, String key) {
            return json.has(key) ? json.get(key).getAsString() : "";
        }

        private static Optional<Double> number(JsonObject json, String key) {
            return json.has(key) ? Optional.of(json.get(key).getAsDouble()) : Optional.empty();
        }

        private boolean agrees(Entry fresh, double tolerance) {
            if (mean.isEmpty() || fresh.mean.isEmpty()) {
                return mean.isEmpty() == fresh.mean.isEmpty();
            }
            var then = mean.get();
            var now = fresh.mean.get();
            var inside = low.isPresent() && high.isPresent() && low.get() <= now && now <= high.get();
            return inside || Math.abs(now - then) <= tolerance * Math.max(Math.abs(then), Math.abs(now));
        }
    }

    /**
     * Reads the verdicts out of a notebook's outputs; where they are shown several times, the last ones count.
     *
     * @param notebook an executed notebook
     * @return its verdicts, possibly none
     * @throws IllegalArgumentException if a newer kit has stored them in a way that this one does not know
     */
    public static Verdicts of(Notebook notebook) {
        var found = new LinkedHashMap<String, Entry>();
        for (var cell : notebook.codeCells()) {
            for (var output : cell.outputs()) {
                if (output.get("data") instanceof JsonObject data
                        && data.get(MEDIA_TYPE) instanceof JsonObject json
                        && json.get("verdicts") instanceof JsonArray list) {
                    var version = json.has("version") ? json.get("version").getAsInt() : 1;
                    if (version > NEWEST_VERSION) {
                        throw new IllegalArgumentException("the verdicts are stored in version " + version
                                + ", and this kit knows versions up to " + NEWEST_VERSION + ": it is too old");
                    }
                    found.clear();
                    list.forEach(item -> found.put(
                            item.getAsJsonObject().get("id").getAsString(), Entry.of(item.getAsJsonObject())));
                }
            }
        }
        return new Verdicts(found);
    }

    /**
     * Compares with the verdicts of a fresh run.
     *
     * @param fresh the verdicts found now
     * @param tolerance how far a mean may move relative to its size, when it also leaves the stored interval;
     *     {@link Double#POSITIVE_INFINITY} to compare the verdicts' words only
     * @return one sentence for each difference
     */
    public List<String> differences(Verdicts fresh, double tolerance) {
        var differences = new ArrayList<String>();
        byClaim.forEach((id, then) -> {
            var now = fresh.byClaim.get(id);
            if (now == null) {
                differences.add(id + ": stored as \"" + then.verdict() + "\", and now there is no such claim");
            } else if (!then.verdict().equals(now.verdict())) {
                differences.add(id + ": stored as \"" + then.verdict() + "\", now \"" + now.verdict() + "\"");
            } else if (!then.agrees(now, tolerance)) {
                differences.add(
                        id + ": stored mean " + then.mean().map(String::valueOf).orElse("none") + ", now "
                                + now.mean().map(String::valueOf).orElse("none"));
            }
        });
        fresh.byClaim.keySet().stream()
                .filter(id -> !byClaim.containsKey(id))
                .forEach(id -> differences.add(
                        id + ": not stored, now \"" + fresh.byClaim.get(id).verdict() + "\""));
        return differences;
    }
}
