package org.tinybabel.kernel.magic;

import org.tinybabel.display.TinyBabel;

/** {@code %check}: the visible tests of an exercise; the checker itself is found by the facade. */
final class CheckMagic {

    private static final String FRESH = "--fresh";

    Object check(Arguments arguments) {
        var words = arguments.words();
        words.stream()
                .filter(word -> word.startsWith("-") && !word.equals(FRESH))
                .findFirst()
                .ifPresent(word -> {
                    throw new MagicException("%check has no option " + word + ". Write  %check a  for one question,"
                            + "  %check  for all, or  %check --fresh  to run the saved notebook from top to bottom.");
                });
        if (words.contains(FRESH)) {
            TinyBabel.checkFresh(
                    words.stream().filter(word -> !word.equals(FRESH)).toArray(String[]::new));
        } else if (words.isEmpty()) {
            TinyBabel.check();
        } else {
            words.forEach(TinyBabel::check);
        }
        return null;
    }
}
