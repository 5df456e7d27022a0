package org.tinybabel.kernel;

import java.util.List;

/**
 * Makes the lines of a traceback that matter most bold. No colours: on the red ground that front ends give to errors, no
 * terminal colour has enough contrast in the light and in the dark theme (JupyterLab's red: 2.7 and 3.9 to 1).
 */
final class Emphasis {

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private Emphasis() {}

    static List<String> of(List<String> traceback) {
        return traceback.stream()
                .map(line -> line.equals(traceback.get(0)) || matters(line) ? BOLD + line + PLAIN : line)
                .toList();
    }

    private static boolean matters(String line) {
        return line.startsWith("Caused by: ")
                || line.startsWith("Cell [")
                || line.strip().startsWith("^");
    }
}
