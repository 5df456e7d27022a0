package org.tinybabel.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a student hands in: the notebook, and a manifest that says whose it is, which exercise, when it was packed, and by
 * its hash whether it was changed since. The same values give the same bytes.
 *
 * @param exercise the exercise's name
 * @param student the student's number or short name; blank if the student did not say
 * @param name the student's full name; blank if the student did not say
 * @param created when it was packed
 * @param file the notebook's file name
 * @param notebook the notebook's bytes
 * @param version the kit's version
 */
record SubmissionArchive(
        String exercise, String student, String name, Instant created, String file, byte[] notebook, String version) {

    /** The manifest's entry in the archive. */
    static final String MANIFEST = "tinybabel-manifest.json";

    private static final int FORMAT = 1;

    /** The manifest as JSON. */
    JsonObject manifest() {
        var manifest = new JsonObject();
        manifest.addProperty("format", FORMAT);
        manifest.addProperty("exercise", exercise);
        manifest.addProperty("student", student);
        manifest.addProperty("name", name);
        manifest.addProperty("created", created.toString());
        manifest.addProperty("notebook", file);
        manifest.addProperty("sha256", sha256());
        manifest.addProperty("kit", version);
        return manifest;
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(notebook));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Writes the archive; a failure leaves no half of one. */
    void write(Path target) throws IOException {
        var whole = target.toAbsolutePath();
        var part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            try (var zip = new ZipOutputStream(Files.newOutputStream(part), StandardCharsets.UTF_8)) {
                put(zip, file, notebook);
                var manifest = new GsonBuilder()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(manifest());
                put(zip, MANIFEST, (manifest + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void put(ZipOutputStream zip, String entryName, byte[] bytes) throws IOException {
        var entry = new ZipEntry(entryName);
        // A zip's clock knows no time zone: the same bytes everywhere need one for all.
        entry.setTimeLocal(LocalDateTime.ofInstant(created, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
