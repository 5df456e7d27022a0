package org.tinybabel.lab.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HubTagsTest {

    @Test
    void aPrefixMayHaveSeveralValuesAndWordsMayHaveNone() {
        var tags = HubTags.of(
                " Language:KO", "language:en ", "license:", "license:MIT", "license:mit", "manga", "", "a:b:c");

        assertThat(tags.values("language")).containsExactly("ko", "en");
        assertThat(tags.values("license")).containsExactly("mit");
        assertThat(tags.values("a")).containsExactly("b:c");
        assertThat(tags.values("arxiv")).isEmpty();
        assertThat(tags.free()).containsExactly("manga");
    }

    @Test
    void scopesAreSeenFromTheLanguage() {
        assertThat(LanguageScope.of("ko", Set.of("ko"))).isEqualTo(LanguageScope.MONO);
        assertThat(LanguageScope.of("ko", Set.of("en", "ko"))).isEqualTo(LanguageScope.ENGLISH_PAIRED);
        assertThat(LanguageScope.of("ko", Set.of("ja", "ko"))).isEqualTo(LanguageScope.MULTILINGUAL);
    }

    @Test
    void englishKeywordsAreWholeWordsAndOthersNeedNotBe() {
        assertThat(Keywords.SUBCULTURE.in("somebody/Anime_faces")).isTrue();
        assertThat(Keywords.SUBCULTURE.in("a light-novel corpus")).isTrue();
        assertThat(Keywords.SUBCULTURE.in("animeter readings, corpora")).isFalse();
        assertThat(Keywords.SUBCULTURE.in("日本の漫画データ")).isTrue();
        assertThat(Keywords.PLACEBO.in("tax law")).isTrue();
        assertThat(Keywords.PLACEBO.in("taxonomy of lawns")).isFalse();
        assertThat(Keywords.INSTRUCTION.in("KoAlpaca-instructions")).isTrue();
    }

    @Test
    void unknownTasksAreOther() {
        assertThat(TaskGroup.of("text-to-speech")).isEqualTo(TaskGroup.VIDEO_AND_AUDIO);
        assertThat(TaskGroup.of("robotics")).isEqualTo(TaskGroup.OTHER);
    }
}
