package org.tinybabel.lab.languages;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import org.tinybabel.display.Romanizer;

/**
 * Words of any script in Latin letters: the transliterations of Unicode CLDR ({@code Any-Latin}), and the names of the letters for
 * scripts that have none there.
 *
 * <p>A transliteration follows the letters, not the sound, and one for all languages: Chinese characters get the reading of Mandarin,
 * also in Japanese.
 */
public final class Romanization implements Romanizer {

    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

    /** For the service loader; in a notebook, use {@link #of}. */
    public Romanization() {}

    /**
     * Transliterates a text.
     *
     * @param text any text
     * @return the same in Latin letters, with accents
     */
    public static String of(String text) {
        var latin = ANY_LATIN.transliterate(text).strip();
        var known = latin.codePoints()
                .map(UScript::getScript)
                .allMatch(s -> s == UScript.LATIN || s == UScript.COMMON || s == UScript.INHERITED);
        return known ? latin : Romanizer.spelled(text);
    }

    @Override
    public String romanize(String text) {
        return of(text);
    }
}
