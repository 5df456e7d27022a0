package org.tinybabel.kernel.eval;

import java.util.List;

/**
 * What every notebook of the kit may use without importing it. Star imports, because each import costs an evaluation; what is
 * not on the class path is left out.
 */
public final class StartupImports {

    private static final List<String> KIT = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.net.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.prefs.*;",
            "import java.util.regex.*;",
            "import java.util.stream.*;",
            "import tech.tablesaw.api.*;",
            "import org.knowm.xchart.*;",
            "import static org.tinybabel.display.TinyBabel.*;",
            "import org.tinybabel.display.*;",
            "import org.tinybabel.grader.api.NotSolvedYet;");

    private StartupImports() {}

    /**
     * The imports of a kit notebook.
     *
     * @return import declarations, each with its semicolon
     */
    public static List<String> kit() {
        return KIT;
    }
}
