package org.tinybabel.lab.engine;

import java.nio.file.Path;

/** PyTorch's native library cannot be used; the message says which folder is meant and how to choose another one. */
public final class NativeLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the folder, the reason and the way out.
     *
     * @param folder where the library is unpacked
     * @param reason what went wrong there, continuing the sentence "The native library of PyTorch …"
     * @param cause the exception that was caught, or {@code null} if there was none
     */
    public NativeLibraryException(Path folder, String reason, Throwable cause) {
        super(
                "The native library of PyTorch " + reason + ". Folder: " + folder
                        + ". Free some space there, or choose another folder with the environment variable DJL_CACHE_DIR"
                        + " (or ENGINE_CACHE_DIR), then start again.",
                cause);
    }
}
