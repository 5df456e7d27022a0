package org.tinybabel.cli.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The computed sentences of a notebook, which {@code finding} has stored as data.
 *
 * @param all the sentences, in the notebook's order
 */
public record StoredFindings(List<StoredFindings.Sentence> all) {

    private static final String MEDIA_TYPE = "application/vnd.tinybabel.finding+json";

    /**
     * One sentence.
     *
     * @param cell the id of its cell
     * @param text as it is read
     * @param template the sentence without its values
     * @param values what stands in it: numbers, and words
     */
    public record Sentence(String cell, String text, String template, List<JsonElement> values) {

        private static Sentence of(String cell, JsonObject json) {
            return new Sentence(
                    cell,
                    json.get("text").getAsString(),
                    json.get("template").getAsString(),
                    json.getAsJsonArray("values").asList());
        }

        /** Whether two runs say the same: the same words, and numbers that have not moved further than allowed. */
        private boolean agrees(Sentence fresh, double tolerance) {
            if (text.equals(fresh.text)) {
                return true;
            }
            if (!template.equals(fresh.template) || values.size() != fresh.values.size()) {
                return false;
            }
            for (var i = 0; i < values.size(); i++) {
                if (!agree(values.get(i), fresh.values.get(i), tolerance)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean agree(JsonElement then, JsonElement now, double tolerance) {
            var before = number(then);
            var after = number(now);
            return before.isEmpty() || after.isEmpty()
                    ? then.equals(now)
                    : Double.isInfinite(tolerance)
                            || Math.abs(after.get(0) - before.get(0))
                                    <= tolerance * Math.max(Math.abs(before.get(0)), Math.abs(after.get(0)));
        }

        private static List<Double> number(JsonElement value) {
            var element = value instanceof JsonObject interval ? interval.get("mean") : value;
            return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()
                    ? List.of(element.getAsDouble())
                    : List.of();
        }
    }

    /**
     * Reads the sentences out of a notebook's outputs.
     *
     * @param notebook an executed notebook
     * @return its sentences, possibly none
     */
    public static StoredFindings of(Notebook notebook) {
        return new StoredFindings(
                notebook.codeCells().stream().flatMap(StoredFindings::of).toList());
    }

    /**
     * Reads the sentences out of one cell's outputs.
     *
     * @param cell an executed cell
     * @return its sentences, possibly none
     */
    public static Stream<Sentence> of(Cell cell) {
        return cell.outputs().stream()
                .map(output -> output.get("data"))
                .filter(data -> data instanceof JsonObject object && object.get(MEDIA_TYPE) instanceof JsonObject)
                .map(data -> Sentence.of(cell.id(), data.getAsJsonObject().getAsJsonObject(MEDIA_TYPE)));
    }

    /**
     * Compares with the sentences of a fresh run.
     *
     * @param fresh the sentences found now
     * @param tolerance how far a number may move relative to its size; {@link Double#POSITIVE_INFINITY} to compare words only
     * @return one sentence for each difference
     */
    public List<String> differences(StoredFindings fresh, double tolerance) {
        var differences = new ArrayList<String>();
        if (all.size() != fresh.all.size()) {
            differences.add("stored with " + all.size() + " findings, now there are " + fresh.all.size());
            return differences;
        }
        for (var i = 0; i < all.size(); i++) {
            if (!all.get(i).agrees(fresh.all.get(i), tolerance)) {
                differences.add("cell " + all.get(i).cell() + ": stored as \""
                        + all.get(i).text() + "\", now \"" + fresh.all.get(i).text() + "\"");
            }
        }
        return differences;
    }
}
