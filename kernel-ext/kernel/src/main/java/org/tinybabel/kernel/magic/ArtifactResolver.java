package org.tinybabel.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds libraries in Maven repositories and fetches them. What does it is not on the class path of cells, but comes with
 * its own class loader as a service.
 */
public interface ArtifactResolver {

    /**
     * A library and its file.
     *
     * @param name what it is
     * @param file where it lies now
     */
    record Resolved(Coordinates name, Path file) {}

    /** Told of what goes on, and asked whether it should. */
    interface Watcher {

        /**
         * Something is being fetched.
         *
         * @param file the name of the file
         * @param done how many bytes have come
         * @param total how many there are; -1 if the repository does not say
         */
        void fetching(String file, long done, long total);

        /**
         * Whether to stop.
         *
         * @return true once the reader has interrupted
         */
        boolean cancelled();
    }

    /**
     * Asks one more repository from now on.
     *
     * @param id a short name, to which the user's settings may refer
     * @param url where it is
     * @throws MagicException if that is no address
     */
    void addRepository(String id, String url);

    /**
     * Finds libraries and what they need to run.
     *
     * @param wanted the libraries
     * @param present tells which libraries cells have already; those are not fetched
     * @param watcher told of what goes on
     * @return all files, the wanted first
     * @throws MagicException if something cannot be found; the message names it and the repositories that were asked
     */
    List<Resolved> resolve(List<Coordinates> wanted, Predicate<Coordinates> present, Watcher watcher);

    /**
     * Gives up what another thread is fetching. The file that is coming may come to its end in the background; what is
     * asked for from now on does not wait for it.
     */
    void stop();

    /**
     * Finds the dependencies of a Maven project.
     *
     * @param pom the project's {@code pom.xml}; it may name repositories
     * @param scopes the scopes whose dependencies are wanted
     * @param present tells which libraries cells have already; those are not fetched
     * @param watcher told of what goes on
     * @return all files
     * @throws MagicException if the file is no POM, or something cannot be found
     */
    List<Resolved> resolve(Path pom, Set<String> scopes, Predicate<Coordinates> present, Watcher watcher);
}
