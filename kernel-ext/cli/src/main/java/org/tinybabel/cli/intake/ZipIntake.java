package org.tinybabel.cli.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            var found = new ArrayList<Found>();
            var entries = archive.entries().stream().filter(ZipIntake::counts).toList();
            var ofCourse = download
                    || entries.stream()
                            .anyMatch(entry ->
                                    zip(entry) || Owner.of(entry.getName()).platform());
            var manifest = archive.manifest();
            for (var entry : entries) {
                var inside = entry.getName();
                if (zip(entry)) {
                    found.addAll(nested(archive, entry));
                } else {
                    NotebookSource source = () -> {
                        try (var again = ZipArchive.open(file, limits)) {
                            return again.notebook(again.entry(inside));
                        }
                    };
                    found.add(new Found(joined(inside), ofCourse ? inside : path, source, true, manifest, ""));
                }
            }
            if (found.isEmpty() && !download) {
                throw new IOException("The zip file holds no notebook (.ipynb).");
            }
            return packed(found, manifest);
        }
    }

    private List<Found> nested(ZipArchive outer, ZipEntry nested) {
        var name = nested.getName();
        try (var archive = outer.nested(nested)) {
            var manifest = archive.manifest();
            var found = new ArrayList<Found>();
            for (var entry : archive.entries()) {
                if (counts(entry) && !zip(entry)) {
                    var inside = entry.getName();
                    found.add(new Found(joined(name) + "/" + inside, name, again(name, inside), true, manifest, ""));
                }
            }
            if (found.isEmpty()) {
                throw new IOException("The zip file holds no notebook (.ipynb).");
            }
            return packed(found, manifest);
        } catch (IOException e) {
            return List.of(Found.refused(joined(name), name, e.getMessage()));
        }
    }

    private NotebookSource again(String nested, String inside) {
        return () -> {
            try (var outer = ZipArchive.open(file, ZipArchive.DOWNLOAD);
                    var archive = outer.nested(outer.entry(nested))) {
                return archive.notebook(archive.entry(inside));
            }
        };
    }

    private String joined(String inside) {
        return path.isEmpty() ? inside : path + "/" + inside;
    }

    private static boolean counts(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory()
                && (name.endsWith(".ipynb") || zip(entry))
                && List.of(name.split("/")).stream().noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    private static boolean zip(ZipEntry entry) {
        return entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    }

    /** Of several notebooks beside a manifest the one that it is about; of a single one, whether it is that one. */
    private static List<Found> packed(List<Found> found, Optional<Manifest> manifest) throws IOException {
        var hash = manifest.map(Manifest::sha256).orElse("");
        if (hash.isBlank()) {
            return found;
        }
        var checked = new ArrayList<Found>();
        for (var one : found) {
            if (!one.usable() || one.manifest().isEmpty()) {
                checked.add(one);
            } else if (ExerciseVersion.sha256(one.source().read()).equalsIgnoreCase(hash)) {
                return List.of(one);
            } else {
                checked.add(new Found(
                        one.path(),
                        one.ownerPath(),
                        one.source(),
                        true,
                        one.manifest(),
                        "The notebook was changed after it was packed: its SHA-256 is not the manifest's."));
            }
        }
        return checked;
    }
}
