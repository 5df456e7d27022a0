package org.tinybabel.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Which library a jar holds.
 *
 * @param group the Maven group; blank if the jar does not say
 * @param artifact the Maven artifact
 * @param version its version
 */
record JarName(String group, String artifact, String version) {

    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

    /** Reads what Maven wrote into a jar, or else its file name. */
    static Optional<JarName> of(Path file) {
        var name = FILE.matcher(file.getFileName().toString());
        var fromFile =
                name.matches() ? Optional.of(new JarName("", name.group(1), name.group(2))) : Optional.<JarName>empty();
        return written(file)
                // A jar that contains others has several; then the one it is named after is meant.
                .filter(jar -> fromFile.isEmpty()
                        || jar.artifact().equals(fromFile.get().artifact()))
                .or(() -> fromFile);
    }

    private static Optional<JarName> written(Path file) {
        if (!file.toString().endsWith(".jar")) {
            return Optional.empty();
        }
        try (var jar = new JarFile(file.toFile())) {
            var entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/maven/")
                            && entry.getName().endsWith("/pom.properties"))
                    .toList();
            if (entries.size() != 1) {
                return Optional.empty();
            }
            var properties = new Properties();
            try (var in = jar.getInputStream(entries.get(0))) {
                properties.load(in);
            }
            return Optional.of(new JarName(
                    properties.getProperty("groupId", ""),
                    properties.getProperty("artifactId", ""),
                    properties.getProperty("version", "")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the library with the given name, in whatever version. */
    boolean is(String otherGroup, String otherArtifact) {
        return artifact.equals(otherArtifact) && (group.isBlank() || otherGroup.isBlank() || group.equals(otherGroup));
    }
}
