package org.tinybabel.lab.languages;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers written as words, by the spell-out rules of Unicode CLDR (in ICU4J): parallel words of many languages. */
public final class NumberWords {

    private static final String SOFT_HYPHEN = "\u00AD";

    private NumberWords() {}

    /**
     * Spells a number out.
     *
     * @param number such as 21
     * @param language such as German
     * @return such as {@code einundzwanzig}: without CLDR's invisible hyphens, with spaces where the language has them
     */
    public static String spell(long number, ULocale language) {
        return new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT)
                .format(number)
                .replace(SOFT_HYPHEN, "");
    }

    /**
     * The first numbers from 0 on.
     *
     * @param count how many
     * @param language such as German
     * @return such as {@code null, eins, zwei}
     */
    public static List<String> first(int count, ULocale language) {
        var format = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
        return IntStream.range(0, count)
                .mapToObj(number -> format.format(number).replace(SOFT_HYPHEN, ""))
                .toList();
    }
}
