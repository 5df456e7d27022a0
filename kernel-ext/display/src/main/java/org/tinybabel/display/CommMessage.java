package org.tinybabel.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What goes over a {@link Comm}, in either direction.
 *
 * @param data JSON as Java values: maps, lists, strings, numbers, booleans, {@code null}
 * @param metadata JSON beside the data, rarely used
 * @param buffers binary data, not encoded in any way
 */
public record CommMessage(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {

    /**
     * Copies the maps and the list, keeping their order.
     *
     * @param data JSON as Java values
     * @param metadata JSON beside the data
     * @param buffers binary data
     */
    public CommMessage {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(data, "data")));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(metadata, "metadata")));
        buffers = List.copyOf(buffers);
    }

    /**
     * A message that holds only data.
     *
     * @param data JSON as Java values
     * @return a message without metadata and buffers
     */
    public static CommMessage of(Map<String, ?> data) {
        return new CommMessage(new LinkedHashMap<>(data), Map.of(), List.of());
    }
}
