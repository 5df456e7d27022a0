package org.tinybabel.display;

import java.util.Optional;

/**
 * The place where output appears: a kernel, or a terminal when there is none.
 *
 * <p>A kernel installs itself once with {@link Hosts#install(Host)}; everything else in the kit only talks to
 * {@link Hosts#current()}.
 */
public interface Host {

    /**
     * Shows a new output.
     *
     * @param bundle what to show
     * @param displayId the name under which {@link #update} can replace it later; blank if it never will be
     */
    void display(MimeBundle bundle, String displayId);

    /**
     * Replaces every output shown under a name.
     *
     * @param displayId the name given to {@link #display}
     * @param bundle what to show instead
     */
    void update(String displayId, MimeBundle bundle);

    /**
     * Clears the output of the running cell.
     *
     * @param wait whether to wait with clearing until there is new output, which avoids flicker
     */
    void clear(boolean wait);

    /**
     * What this host offers for outputs that the reader can act on.
     *
     * @return empty where outputs only show
     */
    default Optional<Interactive> interactive() {
        return Optional.empty();
    }
}
