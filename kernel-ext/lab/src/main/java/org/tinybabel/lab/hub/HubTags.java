package org.tinybabel.lab.hub;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tags of one dataset, sorted out: {@code prefix:value} by prefix, in which a prefix may have several values, and free words. All
 * are in small letters and without blanks around them; what stands twice counts once.
 *
 * <p>{@code HubTags.of("language:ko", "License:MIT", "news").values("license")} is {@code [mit]}.
 */
public final class HubTags {

    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Set<String> free = new LinkedHashSet<>();

    private HubTags() {}

    /**
     * Sorts tags out. Everything before the first colon is the prefix; a prefix without a value says nothing and is dropped.
     *
     * @param tags as they come from the hub
     * @return the same, sorted out
     */
    public static HubTags of(Collection<String> tags) {
        var sorted = new HubTags();
        for (var raw : tags) {
            var tag = raw.toLowerCase(Locale.ROOT).strip();
            var colon = tag.indexOf(':');
            if (colon < 0) {
                sorted.free.add(tag);
            } else if (!tag.substring(colon + 1).isBlank()) {
                sorted.values
                        .computeIfAbsent(tag.substring(0, colon).strip(), prefix -> new LinkedHashSet<>())
                        .add(tag.substring(colon + 1).strip());
            }
        }
        sorted.free.remove("");
        return sorted;
    }

    /**
     * Sorts tags out.
     *
     * @param tags as they come from the hub
     * @return the same, sorted out
     */
    public static HubTags of(String... tags) {
        return of(List.of(tags));
    }

    /**
     * The values of a prefix.
     *
     * @param prefix such as {@code language}
     * @return its values in the order of the tags; empty if there are none
     */
    public Set<String> values(String prefix) {
        return Collections.unmodifiableSet(values.getOrDefault(prefix, Set.of()));
    }

    /**
     * The tags without a prefix.
     *
     * @return in the order of the tags
     */
    public Set<String> free() {
        return Collections.unmodifiableSet(free);
    }
}
