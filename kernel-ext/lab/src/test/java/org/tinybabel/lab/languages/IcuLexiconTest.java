package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UScript;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.languages.IcuLexicon.Concept;
import org.tinybabel.lab.languages.IcuLexicon.Kind;

class IcuLexiconTest {

    private static final IcuLexicon LEXICON = IcuLexicon.of("hi", "mr", "gu", "bn", "te", "ml");

    @Test
    void sixIndianLanguagesNameHundredsOfConceptsOfEveryKind() {
        assertThat(LEXICON.size()).isBetween(900, 960);
        for (var kind : Kind.values()) {
            assertThat(LEXICON.kinds()).contains(kind.ordinal());
        }
    }

    @Test
    void aNameIsWhatTheLanguageCallsTheThing() {
        var india = LEXICON.concepts().indexOf(new Concept(Kind.REGION, "IN", "India"));

        assertThat(LEXICON.names("hi").get(india)).isEqualTo("भारत");
        assertThat(LEXICON.names("gu").get(india)).isEqualTo("ભારત");
        assertThat(LEXICON.latin("gu").get(india)).isEqualTo("bharata");
        var australia = LEXICON.concepts().indexOf(new Concept(Kind.REGION, "AU", "Australia"));
        assertThat(LEXICON.names("ml").get(australia)).contains("\u200c");
        assertThat(LEXICON.latin("ml").get(australia)).isEqualTo("ostreliya");
    }

    @Test
    void namesAreWrittenInTheirLanguagesScriptAndTransliterationsInLatin() {
        for (var tag : LEXICON.tags()) {
            assertThat(LEXICON.names(tag)).allSatisfy(name -> assertThat(
                            name.codePoints().anyMatch(c -> script(c).equals(IcuLexicon.script(tag))))
                    .as(name)
                    .isTrue());
            assertThat(LEXICON.latin(tag))
                    .allMatch(name -> name.chars().noneMatch(c -> c > 127 && Character.isLetter(c)));
        }
    }

    private static String script(int codePoint) {
        return UScript.getName(UScript.getScript(codePoint));
    }

    @Test
    void namesAreLowerCaseInTheirOwnLanguageAndCutAtABracket() {
        var lexicon = IcuLexicon.of("tr", "en");

        assertThat(lexicon.names("tr")).contains("irlanda", "ırak");
        assertThat(lexicon.allNames()).noneMatch(name -> name.contains("(") || name.isBlank());
    }

    @Test
    void aSplitPartsTheConceptsWithoutOverlap() {
        var split = LEXICON.split(0.7, 1);

        assertThat(split.train().size()).isEqualTo(Math.round(0.7 * LEXICON.size()));
        var all = new HashSet<>(split.train().concepts());
        all.addAll(split.heldOut().concepts());
        assertThat(all).hasSize(LEXICON.size());
        assertThat(LEXICON.split(0.7, 1).train().concepts())
                .isEqualTo(split.train().concepts());
        assertThat(LEXICON.split(0.7, 2).train().concepts())
                .isNotEqualTo(split.train().concepts());
    }

    @Test
    void pickedConceptsKeepTheirNamesAndTransliterations() {
        var part = LEXICON.pick(5, 2);

        assertThat(part.names("te"))
                .containsExactly(LEXICON.names("te").get(5), LEXICON.names("te").get(2));
        assertThat(part.latin("te"))
                .containsExactly(LEXICON.latin("te").get(5), LEXICON.latin("te").get(2));
        assertThat(part.allLatin()).hasSize(12);
    }

    @Test
    void languagesWithoutNamesOrGivenTwiceAreRefused() {
        assertThatThrownBy(() -> IcuLexicon.of("hi", "hi")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(IcuLexicon::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IcuLexicon.of("hi", "tlh"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CLDR has no names in 'tlh'");
        assertThatThrownBy(() -> LEXICON.names("de"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'de'");
    }
}
