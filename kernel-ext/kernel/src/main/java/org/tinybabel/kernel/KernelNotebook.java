package org.tinybabel.kernel;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.magic.BuiltInMagics;
import org.tinybabel.kernel.magic.ClassPath;
import org.tinybabel.kernel.magic.MagicCell;
import org.tinybabel.kernel.magic.Magics;
import org.tinybabel.kernel.magic.Notebook;

/** The notebook of this kernel, as its magics see it. */
final class KernelNotebook implements Notebook {

    /** A second kernel is stopped by this one, and need not keep a history. */
    private static final Map<String, String> SECOND_KERNEL = Map.of(StartUp.TIMEOUT, "-1", "TINYBABEL_HISTORY", "");

    private final UnaryOperator<String> asker;
    private final ClassPath classPath = new ClassPath(this::evaluator);
    private final Magics magics = BuiltInMagics.of(this, classPath);

    KernelNotebook(UnaryOperator<String> asker) {
        this.asker = asker;
    }

    Magics magics() {
        return magics;
    }

    ClassPath classPath() {
        return classPath;
    }

    @Override
    public Evaluator evaluator() {
        return Evaluator.live().orElseThrow(() -> new IllegalStateException("The kernel is still starting."));
    }

    @Override
    public Object eval(String source, String label) {
        return evaluator().eval(MagicCell.parse(source, magics).code(), source, label);
    }

    @Override
    public String ask(String prompt) {
        return asker.apply(prompt);
    }

    @Override
    public Map<String, String> environment() {
        return SECOND_KERNEL;
    }
}
