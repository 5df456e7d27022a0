package org.tinybabel.cli.intake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the kit writes beside a notebook when a student packs it. A student can write it too: it tells names and times, and is
 * no proof of either.
 *
 * @param student the student's id; may be blank
 * @param name the student's name; may be blank
 * @param created when it was packed, as an ISO-8601 instant; blank if unknown
 * @param sha256 the hash of the notebook; may be blank
 */
record Manifest(String student, String name, String created, String sha256) {

    static final String FILE = "tinybabel-manifest.json";

    private static final int MOST_CHARACTERS = 200;

    /** Reads a manifest; none if the bytes are something else. */
    static Optional<Manifest> parse(byte[] bytes) {
        try {
            return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)) instanceof JsonObject json
                    ? Optional.of(new Manifest(
                            text(json, "student"),
                            text(json, "name"),
                            instant(text(json, "created")),
                            text(json, "sha256")))
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject json, String key) {
        if (!(json.get(key) instanceof JsonPrimitive primitive)) {
            return "";
        }
        var text = primitive.getAsString().replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    private static String instant(String text) {
        try {
            return text.isEmpty() ? "" : OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    /** When it was packed. */
    Optional<Instant> packed() {
        return created.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(created));
    }
}
