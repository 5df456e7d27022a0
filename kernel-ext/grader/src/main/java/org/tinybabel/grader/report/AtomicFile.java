package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader sees the old content or the new one, and a failure leaves the old one. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file, and its folder if need be.
     *
     * @param file what to write or to replace
     * @param content its whole content
     * @return the file
     * @throws IOException if it could not be written; the file is then as it was
     */
    public static Path write(Path file, String content) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Not Files.createTempFile, which would leave a file that only its owner may read. Two jobs may write at once.
        var temporary = folder.resolve("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
        try {
            Files.write(temporary, content.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        return file;
    }
}
