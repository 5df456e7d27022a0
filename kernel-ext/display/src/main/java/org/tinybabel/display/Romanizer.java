package org.tinybabel.display;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes words of any script in Latin letters. A chart uses it for names that no installed font can draw; implementations are
 * found as services ({@link java.util.ServiceLoader}).
 */
@FunctionalInterface
public interface Romanizer {

    /**
     * Transliterates a text.
     *
     * @param text any text
     * @return the same in Latin letters, with accents where the transliteration needs them
     */
    String romanize(String text);

    /**
     * Spells words letter by letter, by the last words of the letters' names in Unicode: rough, but it works for every script.
     *
     * @param text any text
     * @return such as {@code tsa-la-gi} for three letters of Cherokee; signs that only join letters are left out
     */
    static String spelled(String text) {
        return text.codePoints()
                .mapToObj(Character::getName)
                .filter(name -> name != null && !name.matches(".*(VIRAMA|COENG|JOINER|NUKTA|TSHEG).*"))
                .map(name -> name.endsWith("SPACE")
                        ? " "
                        : name.replaceFirst(".* ", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"))
                .replace("- -", " ");
    }
}
