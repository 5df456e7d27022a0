package org.tinybabel.lab.languages;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.lang.UScript.ScriptUsage;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A script in use today, with the language that is most likely written in it and its words as Unicode CLDR (in ICU4J) knows them.
 *
 * @param script the script's English name, such as {@code Devanagari}
 * @param language the language's English name, such as {@code Hindi}
 * @param tag the language's tag (BCP 47), such as {@code hi-Deva} or {@code ko}
 * @param ownName what the language calls itself, in this script
 */
public record WritingSystem(String script, String language, String tag, String ownName) {

    /**
     * The scripts for which CLDR knows what a language written in them calls itself: more than thirty.
     *
     * @return one language for each script, by the script's English name
     */
    public static List<WritingSystem> all() {
        return IntStream.rangeClosed(0, UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT))
                .filter(script -> UScript.getUsage(script) == ScriptUsage.RECOMMENDED
                        || UScript.getUsage(script) == ScriptUsage.LIMITED_USE)
                .mapToObj(WritingSystem::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(WritingSystem::script))
                .toList();
    }

    /** Looks under the language with its script first, then under the language alone, which is where Chinese and Korean are. */
    private static Optional<WritingSystem> of(int script) {
        var code = UScript.getShortName(script);
        var likely = ULocale.addLikelySubtags(new ULocale("und_" + code));
        return Stream.of(likely, new ULocale(likely.getLanguage()))
                .map(locale -> new WritingSystem(
                        UScript.getName(script).replace('_', ' '),
                        locale.getDisplayLanguage(ULocale.ENGLISH),
                        locale.getScript().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "-" + code,
                        locale.getDisplayLanguage(locale)))
                .filter(system -> system.ownName().codePoints().anyMatch(c -> UScript.getScript(c) == script))
                .findFirst();
    }

    /**
     * A phrase in the language: a date in words.
     *
     * @param year such as 2026
     * @param month from 1 to 12
     * @param day of the month
     * @return such as {@code बुधवार, 25 नवंबर 2026}
     */
    public String date(int year, int month, int day) {
        var calendar = new GregorianCalendar(TimeZone.GMT_ZONE);
        calendar.clear();
        calendar.set(year, month - 1 + Calendar.JANUARY, day);
        var format = DateFormat.getDateInstance(DateFormat.FULL, ULocale.forLanguageTag(tag));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(calendar.getTime());
    }
}
