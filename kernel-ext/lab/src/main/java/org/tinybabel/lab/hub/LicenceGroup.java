package org.tinybabel.lab.hub;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a licence allows, in four groups, by the hyphenated beginning of its name: a name that merely contains that of another, such
 * as {@code limited-use}, is not taken for it.
 */
public enum LicenceGroup {
    /** Use for nearly anything, with credit at most: MIT, Apache, BSD, CC BY, CC0, ODC-BY and the like. */
    PERMISSIVE(
            "(apache|bsd|cdla-permissive|mpl|cc0)(-.*)?|mit|pddl|odc-by|odbl|wtfpl|unlicense|cc-by-(2\\.0|2\\.5|3\\.0|4\\.0)"),
    /** Share alike, not for money, no changes, or only for some uses: GPL, CC BY-SA, CC BY-NC, CC BY-ND, OpenRAIL. */
    RESTRICTED("([al]?gpl|gfdl|cc-by-(sa|nc|nd)|cdla-sharing)(-.*)?|.*openrail.*"),
    /** No licence is named. */
    UNKNOWN("|unknown|none"),
    /** Any other licence. */
    OTHER(".*");

    private final Pattern names;

    LicenceGroup(String names) {
        this.names = Pattern.compile(names);
    }

    /**
     * The group of a licence.
     *
     * @param name such as {@code cc-by-4.0}, in any case
     * @return its group
     */
    public static LicenceGroup of(String name) {
        var normal = name.toLowerCase(Locale.ROOT).strip();
        for (var group : values()) {
            if (group.names.matcher(normal).matches()) {
                return group;
            }
        }
        throw new AssertionError("OTHER takes every name, also " + name);
    }

    /**
     * The group of a dataset with several licence tags, or none: that of the strictest, for all of them have to be kept. RESTRICTED is
     * stricter than OTHER, and OTHER than PERMISSIVE.
     *
     * @param names the licence tags
     * @return their group; UNKNOWN if there are none that name a licence
     */
    public static LicenceGroup of(Collection<String> names) {
        var groups = names.stream().map(LicenceGroup::of).toList();
        if (groups.contains(RESTRICTED)) {
            return RESTRICTED;
        }
        if (groups.contains(OTHER)) {
            return OTHER;
        }
        return groups.contains(PERMISSIVE) ? PERMISSIVE : UNKNOWN;
    }

    /**
     * The word for the group in tables.
     *
     * @return such as {@code permissive}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
