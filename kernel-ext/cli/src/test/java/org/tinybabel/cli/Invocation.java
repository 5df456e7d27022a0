package org.tinybabel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * One call of the command line within this virtual machine.
 *
 * @param exitCode the exit code
 * @param out what it wrote as its result
 * @param err what it wrote as messages
 */
record Invocation(int exitCode, String out, String err) {

    /** Calls the command line of the kit in a folder. */
    static Invocation of(Path home, String... arguments) {
        System.setProperty(Kit.HOME_PROPERTY, home.toString());
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Invocation(exitCode, out.toString(), err.toString());
    }
}
