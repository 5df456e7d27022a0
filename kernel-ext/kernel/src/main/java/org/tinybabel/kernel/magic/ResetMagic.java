package org.tinybabel.kernel.magic;

/** {@code %reset}: forgets what cells have declared. */
final class ResetMagic {

    private final Notebook notebook;

    ResetMagic(Notebook notebook) {
        this.notebook = notebook;
    }

    Object reset(Arguments arguments) {
        var evaluator = notebook.evaluator();
        if (arguments.words().isEmpty()) {
            var count = evaluator.forgetAll();
            System.out.println("Forgot " + count + (count == 1 ? " declaration." : " declarations.")
                    + " Imports of the start-up and the class path stay.");
            return null;
        }
        for (var name : arguments.words()) {
            if (name.startsWith("-")) {
                throw new MagicException(
                        "%reset takes names to forget, or nothing for all; it has no options such as " + name + ".");
            }
            if (evaluator.forget(name) == 0) {
                throw new MagicException("Nothing that is called " + name + " is declared here; %who lists what is.");
            }
        }
        return null;
    }
}
