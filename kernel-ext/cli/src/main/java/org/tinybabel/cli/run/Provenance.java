package org.tinybabel.cli.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Which source stored outputs come from. An output depends on its own cell and on the code cells before it, so each cell that was run
 * keeps, in its metadata, a fingerprint of all of these: the first 12 digits of their SHA-256.
 */
public final class Provenance {

    private static final String KEY = "tinybabel";
    private static final String FINGERPRINT = "source_sha256";
    private static final int DIGITS = 12;

    private Provenance() {}

    /** Notes the fingerprint of every cell that has outputs, and removes it from the others. */
    static void record(Notebook notebook) {
        fingerprints(notebook).forEach(marked -> {
            var cell = marked.cell();
            if (!cell.outputs().isEmpty()) {
                var own = new JsonObject();
                own.addProperty(FINGERPRINT, marked.fingerprint());
                metadata(cell).add(KEY, own);
            } else {
                metadata(cell).remove(KEY);
            }
        });
    }

    /**
     * Finds outputs that do not belong to the source that they stand under: it, or code before it, was changed after the run.
     *
     * @param notebook a notebook with outputs
     * @return the cells with such outputs, in order
     */
    public static List<Cell> stale(Notebook notebook) {
        return fingerprints(notebook).stream()
                .filter(marked -> !marked.cell().outputs().isEmpty())
                .filter(marked -> !noted(marked.cell()).equals(Optional.of(marked.fingerprint())))
                .map(Marked::cell)
                .toList();
    }

    private record Marked(Cell cell, String fingerprint) {}

    private static List<Marked> fingerprints(Notebook notebook) {
        var marked = new ArrayList<Marked>();
        var digest = Sha256.digest();
        for (var cell : notebook.codeCells()) {
            digest.update(cell.source().strip().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            marked.add(new Marked(cell, fingerprint(digest)));
        }
        return marked;
    }

    private static String fingerprint(MessageDigest soFar) {
        try {
            var copy = (MessageDigest) soFar.clone();
            return HexFormat.of().formatHex(copy.digest()).substring(0, DIGITS);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform can copy a running SHA-256", e);
        }
    }

    private static Optional<String> noted(Cell cell) {
        return metadata(cell).get(KEY) instanceof JsonObject own && own.get(FINGERPRINT) instanceof JsonPrimitive noted
                ? Optional.of(noted.getAsString())
                : Optional.empty();
    }

    private static JsonObject metadata(Cell cell) {
        if (!(cell.json().get("metadata") instanceof JsonObject)) {
            cell.json().add("metadata", new JsonObject());
        }
        return cell.json().getAsJsonObject("metadata");
    }
}
