package org.tinybabel.display;

import java.awt.Font;
import java.text.Normalizer;
import java.util.ServiceLoader;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What the fonts of this machine can write, and what to write instead where they cannot. */
final class Lettering {

    private static final Lettering HERE = new Lettering(ChartStyle.font(Font.PLAIN, 12)::canDisplay);

    private final IntPredicate hasGlyph;

    Lettering(IntPredicate hasGlyph) {
        this.hasGlyph = hasGlyph;
    }

    /** That of the installed fonts. */
    static Lettering here() {
        return HERE;
    }

    /** Whether all letters of a text can be drawn. */
    boolean draws(String text) {
        return text.codePoints()
                .allMatch(c -> hasGlyph.test(c)
                        || Character.isWhitespace(c)
                        || Character.getType(c) == Character.FORMAT
                        || c >= 0xFE00 && c <= 0xFE0F);
    }

    /** A text with those of its runs that cannot be drawn in Latin letters. */
    String drawable(String text) {
        return draws(text)
                ? text
                : ScriptRun.of(text).stream()
                        .map(run -> draws(run.text()) ? run.text() : inLatin(run.text()))
                        .collect(Collectors.joining());
    }

    private String inLatin(String text) {
        var latin = Found.ROMANIZER.romanize(text);
        return draws(latin)
                ? latin
                : Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("[^\\p{ASCII}]", "");
    }

    /** Looked up once; making it is expensive, so not before a name needs it. */
    private static final class Found {
        private static final Romanizer ROMANIZER = ServiceLoader.load(
                        Romanizer.class, Thread.currentThread().getContextClassLoader())
                .findFirst()
                .orElse(Romanizer::spelled);
    }
}
