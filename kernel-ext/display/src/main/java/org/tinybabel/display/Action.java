package org.tinybabel.display;

/** Something to do, which may fail in any way. */
@FunctionalInterface
public interface Action {

    /**
     * Does it.
     *
     * @throws Exception whatever goes wrong
     */
    void run() throws Exception;
}
