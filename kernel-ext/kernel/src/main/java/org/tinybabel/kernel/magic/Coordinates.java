package org.tinybabel.kernel.magic;

import java.util.regex.Pattern;

/**
 * The name of a file in a Maven repository.
 *
 * @param group the group
 * @param artifact the artifact
 * @param type the type, by default {@code jar}
 * @param classifier tells apart files of one version, such as those for different systems; often blank
 * @param version the version
 */
public record Coordinates(String group, String artifact, String type, String classifier, String version) {

    private static final Pattern TEXT =
            Pattern.compile("([^:\\s]+):([^:\\s]+)(?::([^:\\s]*)(?::([^:\\s]*))?)?:([^:\\s]+)");

    /**
     * Reads {@code group:artifact:version}, {@code group:artifact:type:version} or
     * {@code group:artifact:type:classifier:version}.
     *
     * @param text the name
     * @return its parts
     * @throws MagicException if it has another form
     */
    public static Coordinates parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            var lacksVersion = text.matches("[^:\\s]+:[^:\\s]+");
            throw new MagicException("\"" + text + "\" does not name a library."
                    + (lacksVersion ? " Its version is missing." : "")
                    + " Write it as in  %maven org.apache.commons:commons-csv:1.10.0  (group:artifact:version; also"
                    + " group:artifact:type:classifier:version).");
        }
        var type = parts.group(3);
        return new Coordinates(
                parts.group(1),
                parts.group(2),
                type == null || type.isBlank() ? "jar" : type,
                parts.group(4) == null ? "" : parts.group(4),
                parts.group(5));
    }

    @Override
    public String toString() {
        return group + ":" + artifact + (type.equals("jar") && classifier.isBlank() ? "" : ":" + type)
                + (classifier.isBlank() ? "" : ":" + classifier) + ":" + version;
    }
}
