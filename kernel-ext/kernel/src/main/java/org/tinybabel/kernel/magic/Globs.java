package org.tinybabel.kernel.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds files by patterns such as {@code libs/*.jar}: {@code *} and {@code ?} stand for characters of one name, {@code **}
 * for any folders; a pattern that ends with a slash means all files of a folder. Relative patterns start at the current
 * folder. Slashes are understood on every system.
 */
public final class Globs {

    private static final int DEEPEST = 20;

    private Globs() {}

    /**
     * The files and folders that a pattern means.
     *
     * @param pattern a path or a pattern
     * @return the matches, sorted; empty if there are none
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> find(String pattern) throws IOException {
        var text = pattern.startsWith("~/") ? System.getProperty("user.home") + pattern.substring(1) : pattern;
        if (text.endsWith("/")) {
            text += "*";
        }
        var wild = firstWildcard(text);
        if (wild < 0) {
            var path = Path.of(text);
            return Files.exists(path) ? List.of(path) : List.of();
        }
        var slash = Math.max(text.lastIndexOf('/', wild), text.lastIndexOf('\\', wild));
        var folder = slash < 0 ? Path.of("") : Path.of(text.substring(0, slash + 1));
        if (!Files.isDirectory(folder.toAbsolutePath())) {
            return List.of();
        }
        var rest = text.substring(slash + 1);
        var matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + rest.replace("{", "\\{").replace("[", "\\["));
        var deepest = rest.contains("**")
                ? DEEPEST
                : (int) rest.chars().filter(c -> c == '/').count() + 1;
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder, deepest)) {
            files.filter(file -> !file.equals(folder) && matcher.matches(folder.relativize(file)))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private static int firstWildcard(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }
}
