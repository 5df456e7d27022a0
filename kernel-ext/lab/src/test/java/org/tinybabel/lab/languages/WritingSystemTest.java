package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Romanizer;
import org.tinybabel.display.TinyBabel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Names and phrases in the scripts of the world, in tables and in charts, whatever fonts are installed. */
class WritingSystemTest {

    private static final Pattern SPAN = Pattern.compile("<span lang=\"([^\"]+)\" dir=\"(ltr|rtl)\">([^<]+)</span>");

    private final Host before = Hosts.current();
    private MimeBundle shown;

    static List<WritingSystem> all() {
        return WritingSystem.all();
    }

    @BeforeEach
    void record() {
        Hosts.install(new Host() {
            @Override
            public void display(MimeBundle bundle, String displayId) {
                shown = bundle;
            }

            @Override
            public void update(String displayId, MimeBundle bundle) {
                shown = bundle;
            }

            @Override
            public void clear(boolean wait) {}
        });
    }

    @AfterEach
    void restore() {
        Hosts.install(before);
    }

    private String html() {
        return String.valueOf(shown.data().get(MimeBundle.HTML));
    }

    @Test
    void thereAreMoreThanThirtyScripts() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        assertThat(all())
                .extracting(WritingSystem::tag)
                .contains("hi-Deva", "ar-Arab", "he-Hebr", "en-Latn", "chr-Cher", "zh", "ko");
        assertThat(new WritingSystem("Devanagari", "Hindi", "hi-Deva", "हिन्दी").date(2026, 11, 25))
                .isEqualTo("बुधवार, 25 नवंबर 2026");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTableMarksNamesAndPhrasesWithLanguageAndDirection(WritingSystem system) {
        TinyBabel.show(Table.create(
                "One script",
                StringColumn.create("name", system.ownName()),
                StringColumn.create("date", system.date(2026, 11, 25))));

        if (system.script().equals("Latin")) {
            assertThat(html()).doesNotContain("lang=");
            return;
        }
        var name = SPAN.matcher(html());
        assertThat(name.find()).isTrue();
        assertThat(name.group(3)).isEqualTo(system.ownName());
        assertThat(name.group(1)).isIn("und-" + system.tag().replaceFirst(".*-", ""), "und-Hani", "ko");
        var rightToLeft = List.of("Adlam", "Arabic", "Hanifi Rohingya", "Hebrew", "Nko", "Syriac", "Thaana");
        assertThat(name.group(2)).isEqualTo(rightToLeft.contains(system.script()) ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNameHasATransliterationInLatinLettersOnly(WritingSystem system) {
        assertThat(Romanization.of(system.ownName())).isNotBlank().matches("[\\p{IsLatin}\\p{M}\\p{Punct}ʹ-ʿˈ· \\d-]+");
    }

    @Test
    void aChartOfAllScriptsHasWordsForItsReadersInTheirOwnLetters() {
        var systems = all();
        TinyBabel.plot(TinyBabel.bars(
                Table.create(
                        StringColumn.create("language", systems.stream().map(WritingSystem::ownName)),
                        DoubleColumn.create(
                                "letters",
                                systems.stream()
                                        .mapToInt(s -> s.ownName().length())
                                        .toArray())),
                "language",
                "letters"));

        assertThat(html()).contains("<summary>The data of this figure as a table</summary>");
        systems.forEach(system -> assertThat(html()).contains(system.ownName()));
        assertThat(Base64.getDecoder().decode(String.valueOf(shown.data().get("image/png"))))
                .isNotEmpty();
    }

    @Test
    void knownTransliterations() {
        assertThat(Stream.of("हिन्दी", "Ελληνικά", "русский", "ქართული", "한국어").map(Romanization::of))
                .containsExactly("hindī", "Ellēniká", "russkij", "kartuli", "hangug-eo");
        assertThat(Romanization.of("ᏣᎳᎩ")).isEqualTo("tsa-la-gi");
        assertThat(Romanization.of("plain")).isEqualTo("plain");
    }

    @Test
    void chartsFindTheTransliteration() {
        assertThat(ServiceLoader.load(Romanizer.class).findFirst()).containsInstanceOf(Romanization.class);
        assertThat(Map.of("हिन्दी", "hindī")).allSatisfy((own, latin) -> assertThat(ServiceLoader.load(Romanizer.class)
                        .findFirst()
                        .orElseThrow()
                        .romanize(own))
                .isEqualTo(latin));
    }
}
