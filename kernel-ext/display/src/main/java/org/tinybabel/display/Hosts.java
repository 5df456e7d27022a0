package org.tinybabel.display;

import java.util.Objects;

/** Knows the {@link Host} that output goes to. */
public final class Hosts {

    private static volatile Host current = new TerminalHost(System.out);

    private Hosts() {}

    /**
     * The host of this virtual machine.
     *
     * @return the installed host, or a terminal on standard output when none was installed
     */
    public static Host current() {
        return current;
    }

    /**
     * Makes a host the one that output goes to.
     *
     * @param host the kernel's host
     */
    public static void install(Host host) {
        current = Objects.requireNonNull(host, "host");
    }
}
