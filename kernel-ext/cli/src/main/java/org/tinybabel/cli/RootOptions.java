package org.tinybabel.cli;

import com.sun.security.auth.module.UnixSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What JupyterLab needs to be told when root starts it, as in a container: that this is meant, and to listen on this machine
 * only. Whatever the user says about either is the user's to decide.
 *
 * @param options the options, of which there may be none
 * @param sentence what the user should know; blank if there is nothing to say
 */
record RootOptions(List<String> options, String sentence) {

    private static final String LOOPBACK = "127.0.0.1";

    /** A socket in the file system has no address. */
    private static final Set<String> ADDRESS = Set.of("ip", "sock");

    private static final Set<String> PERMISSION = Set.of("allow_root", "no_allow_root");

    /**
     * The options beside the user's own.
     *
     * @param root whether this is root
     * @param own the user's own options for JupyterLab
     */
    static RootOptions beside(boolean root, List<String> own) {
        var said = own.stream().map(RootOptions::name).collect(Collectors.toSet());
        if (!root) {
            return new RootOptions(List.of(), "");
        }
        var options = new ArrayList<String>();
        if (said.stream().noneMatch(PERMISSION::contains)) {
            options.add("--allow-root");
        }
        if (said.stream().noneMatch(ADDRESS::contains)) {
            options.add("--ServerApp.ip=" + LOOPBACK);
        }
        return new RootOptions(
                List.copyOf(options),
                options.size() < 2
                        ? ""
                        : "You are root, so JupyterLab runs as root (--allow-root) and listens on " + LOOPBACK
                                + " only; to reach it from outside of a container: tinybabel lab -- --ip=0.0.0.0");
    }

    /** Those options that the user does not give, too: Jupyter takes no option twice. */
    static List<String> yielding(List<String> options, List<String> own) {
        var said = own.stream().map(RootOptions::name).collect(Collectors.toSet());
        return options.stream().filter(option -> !said.contains(name(option))).toList();
    }

    /** The name of an option in any spelling: {@code --ip=x}, {@code -ip}, {@code --ServerApp.ip}, {@code --NotebookApp.ip}. */
    private static String name(String option) {
        var name = option.replaceFirst("=.*", "").replaceFirst("^--?", "").replace('-', '_');
        return option.startsWith("-") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    /** Whether this process is root's. */
    static boolean isRoot() {
        return !Program.isWindows() && new UnixSystem().getUid() == 0;
    }
}
