package org.tinybabel.kernel.magic;

import java.util.Map;
import org.tinybabel.kernel.eval.Evaluator;

/** What magics need of the kernel that they work in. */
public interface Notebook {

    /**
     * What evaluates cells.
     *
     * @return the evaluator
     */
    Evaluator evaluator();

    /**
     * Evaluates code, magics included, on the calling thread.
     *
     * @param source any code that a cell may hold
     * @param label what errors call the code, such as the name of its file
     * @return the value of its last expression; {@code null} if there is none
     */
    Object eval(String source, String label);

    /**
     * Asks the reader for a line.
     *
     * @param prompt what to ask
     * @return the line
     */
    String ask(String prompt);

    /**
     * The environment variables that a second kernel of this notebook needs beside those of this process.
     *
     * @return names and values
     */
    Map<String, String> environment();
}
