package org.tinybabel.display;

/** A value that knows how it wants to be shown. */
public interface Displayable {

    /**
     * The representations of this value.
     *
     * @return a bundle with at least {@code text/plain}
     */
    MimeBundle toMimeBundle();
}
