package org.tinybabel.lab.hub;

import java.util.Set;

/** Which other languages a dataset of one language has. A language tag is what its uploader says, not what the text is. */
public enum LanguageScope {
    /** The language alone. */
    MONO("mono"),
    /** The language and English. */
    ENGLISH_PAIRED("English-paired"),
    /** Anything else. */
    MULTILINGUAL("multilingual");

    private final String word;

    LanguageScope(String word) {
        this.word = word;
    }

    /**
     * The scope of a dataset.
     *
     * @param language such as {@code ko}
     * @param languages the values of all its language tags
     * @return its scope, seen from that language
     */
    public static LanguageScope of(String language, Set<String> languages) {
        if (languages.equals(Set.of(language))) {
            return MONO;
        }
        return !language.equals("en") && languages.equals(Set.of(language, "en")) ? ENGLISH_PAIRED : MULTILINGUAL;
    }

    /**
     * The word for the scope in tables.
     *
     * @return such as {@code English-paired}
     */
    public String word() {
        return word;
    }
}
