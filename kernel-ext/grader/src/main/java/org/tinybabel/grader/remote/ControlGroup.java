package org.tinybabel.grader.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A limit of Linux on all processes of one submission together: memory, number of processes; and a count of their time. */
interface ControlGroup extends AutoCloseable {

    /** No group: limits must be set some other way. */
    ControlGroup NONE = new ControlGroup() {

        @Override
        public List<Path> entrances() {
            return List.of();
        }

        @Override
        public Optional<Duration> processorTime() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // There is nothing to remove.
        }
    };

    /** The files into which a process writes 0 to enter the group with all that it starts. */
    List<Path> entrances();

    /** The processor time of all processes that are or were in the group, if it is counted. */
    Optional<Duration> processorTime();

    /** Removes the group, whose processes have ended. */
    @Override
    void close();
}
