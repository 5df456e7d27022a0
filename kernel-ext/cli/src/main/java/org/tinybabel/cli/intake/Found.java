package org.tinybabel.cli.intake;

import java.util.Optional;

/**
 * A notebook that was found, or something in the place of one that cannot be used.
 *
 * @param path the file, relative to the input, with slashes; folders in a zip file count as folders
 * @param ownerPath the part of the path that tells whose it is
 * @param source its bytes
 * @param usable false if the source only tells why it cannot be used
 * @param manifest what the kit itself wrote beside it
 * @param note what a teacher should know; may be blank
 */
record Found(
        String path,
        String ownerPath,
        NotebookSource source,
        boolean usable,
        Optional<Manifest> manifest,
        String note) {

    static Found notebook(String path, NotebookSource source) {
        return new Found(path, path, source, true, Optional.empty(), "");
    }

    static Found refused(String path, String ownerPath, String why) {
        return new Found(path, ownerPath, NotebookSource.refused(why), false, Optional.empty(), "");
    }

    Found withNote(String said) {
        return new Found(path, ownerPath, source, usable, manifest, said);
    }
}
