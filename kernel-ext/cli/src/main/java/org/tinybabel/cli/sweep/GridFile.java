package org.tinybabel.cli.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tinybabel.cli.UserError;
import org.tinybabel.lab.scaling.ScalingGrid;

/** The grid of a sweep as a JSON file. Every key may be left out; the grid of notebook 03 with eight seeds fills in. */
public final class GridFile {

    private static final List<String> KEYS = List.of(
            "families",
            "layers",
            "heads",
            "context",
            "batch",
            "rate",
            "warmUp",
            "average",
            "checkpoints",
            "testSentences",
            "sizes",
            "seeds");
    private static final List<String> FAMILY_KEYS =
            List.of("classes", "wordsPerClass", "previousDeviation", "secondDeviation", "pairDeviation");
    private static final List<String> SIZE_KEYS = List.of("width", "mixtures");
    private static final int FINGERPRINT = 16;

    private GridFile() {}

    /**
     * The grid that fills in what a file leaves out.
     *
     * @return the grid of notebook 03 with the seeds 0 … 7
     */
    public static ScalingGrid standard() {
        return ScalingGrid.ofNotebook(LongStream.range(0, 8).boxed().toList());
    }

    /**
     * Reads a grid.
     *
     * @param file a JSON file
     * @return the grid
     * @throws UserError if there is no such file, or something in it does not fit; the message names file and key
     * @throws IOException if the file cannot be read
     */
    public static ScalingGrid read(Path file) throws IOException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new UserError(
                    "There is no file " + file + "; tinybabel sweep scaling --print-grid prints a grid to edit.");
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not JSON: it is not UTF-8 text.");
        }
    }

    static ScalingGrid parse(String text, String file) {
        var fields = JsonValue.parse(text, file).fields(KEYS);
        var otherwise = standard();
        try {
            return checked(new ScalingGrid(
                    fields.find("families")
                            .map(families -> families.list(GridFile::family))
                            .orElse(otherwise.families()),
                    fields.find("layers").map(JsonValue::integer).orElse(otherwise.layers()),
                    fields.find("heads").map(JsonValue::integer).orElse(otherwise.heads()),
                    fields.find("context").map(JsonValue::integer).orElse(otherwise.context()),
                    fields.find("batch").map(JsonValue::integer).orElse(otherwise.batch()),
                    fields.find("rate").map(JsonValue::number).orElse(otherwise.rate()),
                    fields.find("warmUp").map(JsonValue::integer).orElse(otherwise.warmUp()),
                    fields.find("average").map(JsonValue::number).orElse(otherwise.average()),
                    fields.find("checkpoints")
                            .map(steps -> steps.list(JsonValue::integer))
                            .orElse(otherwise.checkpoints()),
                    fields.find("testSentences").map(JsonValue::integer).orElse(otherwise.testSentences()),
                    fields.find("sizes")
                            .map(sizes -> sizes.list(GridFile::size))
                            .orElse(otherwise.sizes()),
                    fields.find("seeds")
                            .map(seeds -> seeds.list(JsonValue::whole))
                            .orElse(otherwise.seeds())));
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage() + ".");
        }
    }

    private static ScalingGrid.Family family(JsonValue value) {
        var fields = value.fields(FAMILY_KEYS);
        try {
            return new ScalingGrid.Family(
                    fields.get("classes").integer(),
                    fields.get("wordsPerClass").integer(),
                    fields.find("previousDeviation").map(JsonValue::number).orElse(0.0),
                    fields.find("secondDeviation").map(JsonValue::number).orElse(0.0),
                    fields.find("pairDeviation").map(JsonValue::number).orElse(0.0));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + value.key() + "\": " + e.getMessage(), e);
        }
    }

    private static ScalingGrid.Size size(JsonValue value) {
        var fields = value.fields(SIZE_KEYS);
        return new ScalingGrid.Size(
                fields.get("width").integer(),
                fields.find("mixtures")
                        .map(mixtures -> mixtures.list(mixture -> mixture.list(JsonValue::number)))
                        .orElse(standard().sizes().get(0).mixtures()));
    }

    /** What a single training may do and a sweep may not: its results go by seed, width and written mixture. */
    private static ScalingGrid checked(ScalingGrid grid) {
        different("seeds", "seed", grid.seeds());
        different(
                "sizes",
                "width",
                grid.sizes().stream().map(ScalingGrid.Size::width).toList());
        for (var size : grid.sizes()) {
            different(
                    "sizes",
                    "mixture",
                    size.mixtures().stream().map(MergedSweep::written).toList());
        }
        return grid;
    }

    private static void different(String key, String name, Collection<?> values) {
        var seen = new HashSet<Object>();
        for (var value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException("\"" + key + "\" has the " + name + " " + value + " twice");
            }
        }
    }

    /**
     * Writes a grid.
     *
     * @param grid what to write
     * @return JSON with all keys, a mixture on each line
     */
    public static String write(ScalingGrid grid) {
        return text(json(grid), "");
    }

    private static JsonObject json(ScalingGrid grid) {
        var json = new JsonObject();
        var families = new JsonArray();
        grid.families().forEach(family -> families.add(json(family)));
        json.add("families", families);
        json.addProperty("layers", grid.layers());
        json.addProperty("heads", grid.heads());
        json.addProperty("context", grid.context());
        json.addProperty("batch", grid.batch());
        json.addProperty("rate", grid.rate());
        json.addProperty("warmUp", grid.warmUp());
        json.addProperty("average", grid.average());
        json.add("checkpoints", numbers(grid.checkpoints()));
        json.addProperty("testSentences", grid.testSentences());
        var sizes = new JsonArray();
        grid.sizes().forEach(size -> sizes.add(json(size)));
        json.add("sizes", sizes);
        json.add("seeds", numbers(grid.seeds()));
        return json;
    }

    private static JsonObject json(ScalingGrid.Family family) {
        var json = new JsonObject();
        json.addProperty("classes", family.classes());
        json.addProperty("wordsPerClass", family.wordsPerClass());
        json.addProperty("previousDeviation", family.previousDeviation());
        json.addProperty("secondDeviation", family.secondDeviation());
        json.addProperty("pairDeviation", family.pairDeviation());
        return json;
    }

    private static JsonObject json(ScalingGrid.Size size) {
        var json = new JsonObject();
        json.addProperty("width", size.width());
        var mixtures = new JsonArray();
        size.mixtures().forEach(mixture -> mixtures.add(numbers(mixture)));
        json.add("mixtures", mixtures);
        return json;
    }

    static JsonArray numbers(List<? extends Number> numbers) {
        var json = new JsonArray();
        numbers.forEach(json::add);
        return json;
    }

    /** Like Gson's pretty printing, but with lists and objects of plain values on one line. */
    private static String text(JsonElement element, String indent) {
        var inner = indent + "  ";
        if (element instanceof JsonArray array) {
            var entries = array.asList().stream().map(entry -> text(entry, inner));
            return "[" + joined(entries, plain(array.asList()), indent) + "]";
        }
        if (element instanceof JsonObject object) {
            var fields = object.asMap().entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\": " + text(field.getValue(), inner));
            return "{" + joined(fields, plain(object.asMap().values()), indent) + "}";
        }
        return element.toString();
    }

    private static boolean plain(Collection<JsonElement> elements) {
        return elements.stream().allMatch(JsonElement::isJsonPrimitive);
    }

    private static String joined(Stream<String> parts, boolean onOneLine, String indent) {
        var line = "\n" + indent + "  ";
        return onOneLine
                ? parts.collect(Collectors.joining(", "))
                : parts.collect(Collectors.joining("," + line, line, "\n" + indent));
    }

    /**
     * A number for a grid: what is trained with equal fingerprints belongs together.
     *
     * @param grid which grid
     * @return 16 hexadecimal digits
     */
    public static String fingerprint(ScalingGrid grid) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(json(grid).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The keys whose values differ. */
    static List<String> differences(ScalingGrid one, ScalingGrid other) {
        Map<String, JsonElement> otherValues = json(other).asMap();
        return json(one).asMap().entrySet().stream()
                .filter(field -> !field.getValue().equals(otherValues.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
