package org.tinybabel.display;

import java.io.PrintStream;

/** Prints the plain text of every output: for programs that run outside a notebook. */
final class TerminalHost implements Host {

    private final PrintStream out;

    TerminalHost(PrintStream out) {
        this.out = out;
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        out.println(bundle.data().getOrDefault(MimeBundle.TEXT, ""));
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {
        display(bundle, displayId);
    }

    @Override
    public void clear(boolean wait) {
        // A terminal keeps what it has shown.
    }
}
