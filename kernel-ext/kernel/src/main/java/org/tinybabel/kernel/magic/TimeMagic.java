package org.tinybabel.kernel.magic;

/** {@code %time}: says what a line costs. */
final class TimeMagic {

    private final Notebook notebook;

    TimeMagic(Notebook notebook) {
        this.notebook = notebook;
    }

    Object time(Arguments arguments) {
        var code = arguments.text();
        if (code.isBlank()) {
            throw new MagicException("%time needs the code whose time to take, as in  %time solve(20)."
                    + "  %%time above a cell takes the time of the cell.");
        }
        var meter = notebook.evaluator().startMeter();
        try {
            return notebook.eval(code, "%time");
        } finally {
            System.out.println(meter.stop());
        }
    }
}
