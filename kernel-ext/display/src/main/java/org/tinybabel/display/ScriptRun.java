package org.tinybabel.display;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a text that is written in one script.
 *
 * <p>Spaces, digits and punctuation belong to the script around them, and to none at the edge of two scripts. Chinese characters and
 * Japanese syllables count as one script, since Japanese mixes them within a word.
 *
 * @param text the part
 * @param script its script; {@link UnicodeScript#COMMON} for what belongs to none
 */
record ScriptRun(String text, UnicodeScript script) {

    /** Everything up to here is Latin, or belongs to no script. */
    private static final int FIRST_FOREIGN = 0x370;

    private static final Set<UnicodeScript> EAST_ASIAN =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);

    /** The codes of ISO 15924 of the scripts in use today, which Java knows but does not tell. */
    private static final Map<UnicodeScript, String> CODES =
            codes("Adlm Arab Armn Beng Bopo Cakm Cans Cher Copt Cyrl Deva "
                    + "Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Java Kana Khmr Knda Lana Laoo Latn Lisu Mlym Mong Mtei Mymr "
                    + "Nkoo Olck Orya Osge Rohg Sinh Sund Syrc Tale Taml Telu Tfng Thaa Thai Tibt Vaii Yiii");

    private static Map<UnicodeScript, String> codes(String codes) {
        var map = new EnumMap<UnicodeScript, String>(UnicodeScript.class);
        for (var code : codes.split(" ")) {
            map.put(UnicodeScript.forName(code), code);
        }
        return map;
    }

    /** Whether a text is Latin as a whole, which most are. */
    static boolean plain(String text) {
        return text.chars().allMatch(c -> c < FIRST_FOREIGN || c >= 0x2000 && c < 0x2C00);
    }

    /** Cuts a text into runs; joined, they are the text. */
    static List<ScriptRun> of(String text) {
        var runs = new ArrayList<ScriptRun>();
        var script = UnicodeScript.COMMON;
        var start = 0;
        var end = 0; // of the letters of the script, without what follows them
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var letter = text.codePointAt(i);
            var here = scriptOf(letter);
            if (here == UnicodeScript.INHERITED && end == i || here == script && here != UnicodeScript.COMMON) {
                end = i + Character.charCount(letter);
            } else if (here != UnicodeScript.COMMON && here != UnicodeScript.INHERITED) {
                add(runs, text.substring(start, end), script);
                add(runs, text.substring(end, i), UnicodeScript.COMMON);
                script = here;
                start = i;
                end = i + Character.charCount(letter);
            }
        }
        add(runs, text.substring(start, end), script);
        add(runs, text.substring(end), UnicodeScript.COMMON);
        return wholeIfAlone(text, runs);
    }

    /** Where there is one script only, the digits and signs around its words belong to it, and follow its direction. */
    private static List<ScriptRun> wholeIfAlone(String text, List<ScriptRun> runs) {
        var scripts = runs.stream()
                .map(ScriptRun::script)
                .filter(script -> script != UnicodeScript.COMMON)
                .toList();
        return scripts.size() == 1 ? List.of(new ScriptRun(text, scripts.get(0))) : runs;
    }

    private static UnicodeScript scriptOf(int letter) {
        var script = UnicodeScript.of(letter);
        return EAST_ASIAN.contains(script)
                ? UnicodeScript.HAN
                : script == UnicodeScript.UNKNOWN ? UnicodeScript.COMMON : script;
    }

    private static void add(List<ScriptRun> runs, String text, UnicodeScript script) {
        if (!text.isEmpty()) {
            runs.add(new ScriptRun(text, script));
        }
    }

    /** Whether the run is in a script other than this page's own. A single Greek letter is a symbol of mathematics. */
    boolean foreign() {
        return switch (script) {
            case COMMON, INHERITED, LATIN -> false;
            case GREEK -> text.codePointCount(0, text.length()) > 1;
            default -> true;
        };
    }

    /**
     * The language tag of the run (BCP 47). A script is all that can be seen, except that one with Japanese syllables in it is
     * Japanese and Hangul is Korean.
     */
    String language() {
        if (script == UnicodeScript.HANGUL) {
            return "ko";
        }
        var japanese = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .anyMatch(s -> s == UnicodeScript.HIRAGANA || s == UnicodeScript.KATAKANA);
        return japanese ? "ja" : CODES.containsKey(script) ? "und-" + CODES.get(script) : "und";
    }

    /** Which way it is read: {@code rtl} or {@code ltr}. */
    String direction() {
        return text.codePoints()
                        .map(Character::getDirectionality)
                        .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                ? "rtl"
                : "ltr";
    }

    /** The script's name, such as {@code Devanagari}. */
    String scriptName() {
        var words = script.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
