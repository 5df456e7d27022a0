package org.tinybabel.cli.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same cells in different languages.
 *
 * @param lines prints {@value #LINES} numbered lines
 * @param html shows 5 MB of HTML
 * @param methods defines {@value #METHODS} methods, whose names hold the given number
 * @param endless cells that only an interrupt ends, by what they do
 * @param completion code whose end is to be completed
 * @param inspection code whose end is to be explained
 */
public record Snippets(
        String lines,
        String html,
        IntFunction<String> methods,
        Map<String, String> endless,
        String completion,
        String inspection) {

    static final int LINES = 10_000;
    static final int METHODS = 50;

    static final Snippets JAVA = new Snippets(
            "for (int i = 0; i < 10000; i++) System.out.println(\"line \" + i);",
            "display(\"<p>\" + \"x\".repeat(5_000_000) + \"</p>\", \"text/html\");",
            round -> declarations("int f" + round + "_%d(int x) { return x + %d; }"),
            inOrder(
                    "sleep", "Thread.sleep(100000);",
                    "empty_loop", "while (true) {}",
                    "swallowed_interrupt", "while (true) try { Thread.sleep(1000); } catch (InterruptedException e) {}",
                    "caught_throwable", "while (true) { try { while (true) {} } catch (Throwable t) {} }",
                    "swallowed_overflow",
                            "void down() { try { down(); } catch (StackOverflowError e) {} down(); }\ndown();",
                    "parallel_stream",
                            "java.util.stream.IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} });"),
            "System.out.pr",
            "Math.max");

    static final Snippets PYTHON = new Snippets(
            "for i in range(10000): print('line', i)",
            "from IPython.display import HTML, display\ndisplay(HTML('<p>' + 'x' * 5_000_000 + '</p>'))",
            round -> declarations("def f" + round + "_%d(x): return x + %d"),
            inOrder("sleep", "import time\ntime.sleep(100)", "empty_loop", "while True: pass"),
            "import os\nos.pa",
            "max");

    private static Map<String, String> inOrder(String... namesAndCells) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndCells.length; i += 2) {
            cells.put(namesAndCells[i], namesAndCells[i + 1]);
        }
        return cells;
    }

    private static String declarations(String pattern) {
        return IntStream.range(0, METHODS)
                .mapToObj(i -> String.format(Locale.ROOT, pattern, i, i))
                .collect(Collectors.joining("\n"));
    }

    static Snippets of(String language) throws IOException {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "java" -> JAVA;
            case "python" -> PYTHON;
            default ->
                throw new IOException(
                        "Only kernels for Java and Python can be measured, not one for " + language + ".");
        };
    }
}
