package org.tinybabel.kernel.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A notebook in Jupyter's nbformat 4: a view on its JSON that keeps whatever other tools stored in it.
 *
 * @param json the notebook as it stands in the file; changes are written through
 */
public record Notebook(JsonObject json) {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /**
     * Rejects {@code null}.
     *
     * @param json the notebook as it stands in the file
     */
    public Notebook {
        Objects.requireNonNull(json, "json");
    }

    /**
     * Reads a notebook file.
     *
     * @param file an .ipynb file
     * @return the notebook
     * @throws NotebookFormatException if the file is missing, is not JSON, or is not nbformat 4
     * @throws IOException if the file cannot be read
     */
    public static Notebook read(Path file) throws IOException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new NotebookFormatException("There is no notebook at " + file + ".");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new NotebookFormatException(file + " is not a notebook: it is not UTF-8 text.");
        }
    }

    /**
     * Reads a notebook from text.
     *
     * @param text JSON in nbformat 4
     * @param name what messages call it
     * @return the notebook
     * @throws NotebookFormatException if the text is not JSON or not nbformat 4
     */
    public static Notebook parse(String text, String name) throws NotebookFormatException {
        JsonElement element;
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something stands behind its end");
            }
        } catch (JsonParseException | IOException e) {
            throw new NotebookFormatException(name + " is not a notebook: it is not JSON (" + reason(e) + ").");
        }
        if (!(element instanceof JsonObject json) || !(json.get("nbformat") instanceof JsonPrimitive major)) {
            throw new NotebookFormatException(name + " is not a notebook: it has no nbformat field.");
        }
        if (!"4".equals(major.getAsString())) {
            throw new NotebookFormatException(name + " is in notebook format " + major.getAsString()
                    + "; TinyBabel reads format 4. Convert a copy with: jupyter nbconvert --to notebook --nbformat 4 "
                    + name);
        }
        if (!(json.get("cells") instanceof JsonArray cells)
                || !StreamSupport.stream(cells.spliterator(), false).allMatch(JsonElement::isJsonObject)) {
            throw new NotebookFormatException(name + " is damaged: its list of cells is missing or malformed.");
        }
        return new Notebook(json);
    }

    /** What the parser says, without the names of its exceptions and its links to web pages. */
    private static String reason(Exception e) {
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.replaceFirst("^.*Exception: ", "")
                .replaceFirst("^Use JsonReader\\.setStrictness\\(\\S+ to accept ", "");
    }

    /**
     * The cells, top to bottom.
     *
     * @return views on the cells; changing one changes this notebook
     */
    public List<Cell> cells() {
        return StreamSupport.stream(json.getAsJsonArray("cells").spliterator(), false)
                .map(element -> new Cell(element.getAsJsonObject()))
                .toList();
    }

    /**
     * The code cells, top to bottom.
     *
     * @return those cells whose type is code
     */
    public List<Cell> codeCells() {
        return cells().stream().filter(cell -> cell.type() == Cell.Type.CODE).toList();
    }

    /**
     * The language of the notebook's kernel.
     *
     * @return the lower-case name, such as {@code java}; blank if the notebook does not say
     */
    public String language() {
        var specified = metadata("kernelspec", "language");
        return (specified.isBlank() ? metadata("language_info", "name") : specified).toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * A text from the notebook's metadata.
     *
     * @param path the keys to follow
     * @return the text; blank if there is none
     */
    public String metadata(String... path) {
        JsonElement element = json.get("metadata");
        for (var key : path) {
            element = element instanceof JsonObject object ? object.get(key) : null;
        }
        return element instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    /**
     * A copy that shares nothing with this notebook.
     *
     * @return a deep copy
     */
    public Notebook copy() {
        return new Notebook(json.deepCopy());
    }

    /**
     * The file content: keys sorted, one space of indentation, as Jupyter itself writes it.
     *
     * @return JSON text that ends with a line feed
     */
    public String toText() {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setHtmlSafe(false);
            writer.setSerializeNulls(true);
            GSON.toJson(sorted(json), writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonObject object) {
            var keys = new TreeMap<String, JsonElement>();
            object.entrySet().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
            var sorted = new JsonObject();
            keys.forEach((key, value) -> sorted.add(key, sorted(value)));
            return sorted;
        }
        if (element instanceof JsonArray array) {
            var sorted = new JsonArray();
            array.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return element == null ? JsonNull.INSTANCE : element;
    }

    /**
     * Writes the notebook so that a failure leaves the old file as it was.
     *
     * @param file where to write
     * @throws IOException if the folder cannot be written
     */
    public void write(Path file) throws IOException {
        var target = file.toAbsolutePath();
        // Not Files.createTempFile, which would leave a notebook that only its owner may read.
        var temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, toText().getBytes(StandardCharsets.UTF_8));
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
