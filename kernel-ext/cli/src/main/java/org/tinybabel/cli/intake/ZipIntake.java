package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import org.tinybabel.grader.ExerciseVersion;

/**
 * The notebooks in a zip file: one student's, or a download of a whole course, which may hold zip files of students.
 */
final class ZipIntake {

    private final Path file;
    private final String path;

    private ZipIntake(Path file, String path) {
        this.file = file;
        this.path = path;
    }

    /**
     * The notebooks of a zip file that was submitted.
     *
     * @param file the zip file
     * @param path what reports call it
     * @return its notebooks, or one entry that says why there is none
     */
    static List<Found> submitted(Path file, String path) {
        try {
            return new ZipIntake(file, path).read(ZipArchive.SUBMISSION, false);
        } catch (IOException e) {
            return List.of(Found.refused(path, path, e.getMessage()));
        }
    }

    /**
     * The notebooks of a whole course.
     *
     * @param file the zip file
     * @return its notebooks
     * @throws IOException if it cannot be read
     */
    static List<Found> download(Path file) throws IOException {
        return new ZipIntake(file, "").read(ZipArchive.DOWNLOAD, true);
    }

    private List<Found> read(ZipArchive.Limits limits, boolean download) throws IOException {
        try (var archive = ZipArchive.open(file, limits)) {
            var entries = archive.entries().stream().filter(ZipIntake::counts).toList();
            var ofCourse = download || ofCourse(entries);
            var found = new ArrayList<>(notebooks(
                    archive,
                    path,
                    inside -> ofCourse ? inside : path,
                    inside -> () -> {
                        try (var again = ZipArchive.open(file, limits)) {
                            return again.notebook(again.entry(inside));
                        }
                    },
                    ofCourse));
            for (var entry : entries) {
                if (zip(entry)) {
                    found.addAll(nested(archive, entry.getName(), ofCourse ? entry.getName() : path));
                }
            }
            if (found.isEmpty() && !download) {
                throw new IOException("The zip file holds no notebook (.ipynb).");
            }
            return found;
        }
    }

    /** Not in a zip file that a platform names the owner of: a student could pack others' names. */
    private boolean ofCourse(List<? extends ZipEntry> entries) {
        return !Owner.of(path).platform()
                && (entries.stream().filter(ZipIntake::zip).count() > 1
                        || entries.stream()
                                .anyMatch(entry -> Owner.of(entry.getName()).platform()));
    }

    private List<Found> nested(ZipArchive outer, String name, String owner) {
        try (var archive = outer.nested(outer.entry(name))) {
            var found = notebooks(
                    archive,
                    joined(path, name),
                    inside -> owner,
                    inside -> () -> {
                        try (var again = ZipArchive.open(file, ZipArchive.DOWNLOAD);
                                var copy = again.nested(again.entry(name))) {
                            return copy.notebook(copy.entry(inside));
                        }
                    },
                    false);
            if (found.isEmpty()) {
                throw new IOException("The zip file holds no notebook (.ipynb).");
            }
            return found;
        } catch (IOException e) {
            return List.of(Found.refused(joined(path, name), owner, e.getMessage()));
        }
    }

    private static List<Found> notebooks(
            ZipArchive archive,
            String path,
            UnaryOperator<String> owner,
            Function<String, NotebookSource> source,
            boolean ofCourse) {
        var found = new ArrayList<Found>();
        var packed = new ArrayList<Found>();
        for (var entry : archive.entries()) {
            var inside = entry.getName();
            if (counts(entry) && !zip(entry)) {
                var folder = inside.substring(0, inside.lastIndexOf('/') + 1);
                // At the top of a course's download a manifest would be about everybody.
                var manifest = ofCourse && folder.isEmpty() ? Optional.<Manifest>empty() : archive.manifest(folder);
                var one =
                        new Found(joined(path, inside), owner.apply(inside), source.apply(inside), true, manifest, "");
                found.add(checked(one, archive, entry));
                if (manifest.isPresent() && found.get(found.size() - 1).note().isEmpty()) {
                    packed.add(one);
                }
            }
        }
        // Beside the notebook that was packed, others in a student's zip file do not count.
        return packed.size() == 1 && !ofCourse ? packed : found;
    }

    private static Found checked(Found one, ZipArchive archive, ZipEntry entry) {
        var hash = one.manifest().map(Manifest::sha256).orElse("");
        if (hash.isBlank()) {
            return one;
        }
        try {
            return ExerciseVersion.sha256(archive.notebook(entry)).equalsIgnoreCase(hash)
                    ? one
                    : one.withNote("The notebook was changed after it was packed: its SHA-256 is not the manifest's.");
        } catch (IOException e) {
            return Found.refused(one.path(), one.ownerPath(), e.getMessage());
        }
    }

    private static String joined(String path, String inside) {
        return path.isEmpty() ? inside : path + "/" + inside;
    }

    private static boolean counts(ZipEntry entry) {
        return !entry.isDirectory()
                && (entry.getName().toLowerCase(Locale.ROOT).endsWith(".ipynb") || zip(entry))
                && List.of(entry.getName().split("/")).stream()
                        .noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    private static boolean zip(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
