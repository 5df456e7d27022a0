package org.tinybabel.kernel;

import java.util.ArrayList;
import java.util.List;

/** Terminal colours for tracebacks. Only such as front ends map to their theme, so that they are readable in all. */
final class Colours {

    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private Colours() {}

    static List<String> of(List<String> traceback) {
        var coloured = new ArrayList<String>();
        for (var line : traceback) {
            if (coloured.isEmpty()
                    || line.startsWith("Caused by: ")
                    || line.strip().startsWith("^")) {
                coloured.add(RED + line + PLAIN);
            } else {
                coloured.add(line.startsWith("Cell [") ? BOLD + line + PLAIN : line);
            }
        }
        return coloured;
    }
}
