package org.tinybabel.cli.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tinybabel.cli.UserError;

/**
 * The files of an export by their path inside its folder.
 *
 * <p>The folder keeps a list of them, so that the next export takes away what no longer belongs, and nothing else.
 */
public final class ExportedFiles {

    private static final String LIST = ".tinybabel-export";

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * Adds a text file.
     *
     * @param path where it goes, with slashes, such as {@code papers/01.html}
     * @param text its content
     */
    void add(String path, String text) {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a file.
     *
     * @param path where it goes, with slashes
     * @param content its content
     */
    void add(String path, byte[] content) {
        files.put(path, content);
    }

    /**
     * The files' names.
     *
     * @return their paths inside the folder, sorted
     */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * The text of a file.
     *
     * @param path one of {@link #paths()}
     * @return its content
     * @throws NoSuchElementException if there is no such file
     */
    public String text(String path) {
        var content = Optional.ofNullable(files.get(path));
        return new String(content.orElseThrow(() -> new NoSuchElementException(path)), StandardCharsets.UTF_8);
    }

    /**
     * Writes the files, and deletes those of an earlier export that no longer belong to it.
     *
     * @param folder where to; made if it is missing
     * @return the files written, in the order of their paths
     * @throws UserError if the folder cannot be written, or holds files that no export wrote
     */
    public List<Path> write(Path folder) {
        try {
            Files.createDirectories(folder);
            var earlier = earlier(folder);
            var all = new TreeSet<>(earlier);
            all.addAll(files.keySet());
            list(folder, all);
            var written = new ArrayList<Path>();
            for (var file : files.entrySet()) {
                var target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                written.add(Files.write(target, file.getValue()));
            }
            all.removeAll(files.keySet());
            for (var gone : all) {
                delete(folder, gone);
            }
            list(folder, files.keySet());
            return written;
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write to " + folder + " (" + reason(e) + "). Choose another folder with --out.");
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException
                ? "it is a file"
                : e.getClass().getSimpleName();
    }

    private static List<String> earlier(Path folder) throws IOException {
        var list = folder.resolve(LIST);
        if (Files.exists(list)) {
            return Files.readAllLines(list);
        }
        try (var there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new UserError(
                        folder + " holds files that no export wrote. Empty it, or choose another folder with --out.");
            }
        }
        return List.of();
    }

    private static void list(Path folder, Collection<String> paths) throws IOException {
        Files.writeString(folder.resolve(LIST), String.join("\n", paths) + "\n");
    }

    /** Takes a file away, and its folder when that is empty then. A list that was tampered with leads nowhere else. */
    private static void delete(Path folder, String path) throws IOException {
        var root = folder.toAbsolutePath().normalize();
        var file = root.resolve(path).normalize();
        if (!file.startsWith(root) || !Files.deleteIfExists(file)) {
            return;
        }
        for (var parent = file.getParent(); !parent.equals(root); parent = parent.getParent()) {
            try (var there = Files.list(parent)) {
                if (there.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }
}
