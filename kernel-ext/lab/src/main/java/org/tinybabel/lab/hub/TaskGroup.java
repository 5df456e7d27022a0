package org.tinybabel.lab.hub;

import java.util.Arrays;
import java.util.List;

/** Groups of the hub's task tags. */
public enum TaskGroup {
    /** Writing on. */
    TEXT_GENERATION("text generation", "text-generation", "text2text-generation", "fill-mask", "conversational"),
    /** Answers to questions, also from tables and by choosing. */
    QUESTION_ANSWERING("question answering", "question-answering", "table-question-answering", "multiple-choice"),
    /** One label for a text or for a pair of texts. */
    CLASSIFICATION("classification", "text-classification", "zero-shot-classification"),
    /** From one language to another. */
    TRANSLATION("translation", "translation"),
    /** From long to short. */
    SUMMARIZATION("summarization", "summarization"),
    /** Labels of words, and vectors of texts. */
    TOKEN_AND_FEATURE("token & feature", "token-classification", "feature-extraction"),
    /** Pictures, also with text. */
    VISION_AND_IMAGE(
            "vision & image",
            "image-classification",
            "image-segmentation",
            "image-feature-extraction",
            "image-text-to-text",
            "image-to-image",
            "image-to-text",
            "object-detection",
            "text-to-image",
            "visual-question-answering",
            "document-question-answering",
            "visual-document-retrieval",
            "zero-shot-image-classification"),
    /** Sound and moving pictures. */
    VIDEO_AND_AUDIO(
            "video & audio",
            "audio-classification",
            "audio-to-audio",
            "audio-text-to-text",
            "automatic-speech-recognition",
            "text-to-audio",
            "text-to-speech",
            "text-to-video",
            "image-to-video",
            "video-classification",
            "video-text-to-text",
            "voice-activity-detection"),
    /** Finding and comparing texts. */
    RETRIEVAL("retrieval", "text-retrieval", "sentence-similarity", "text-ranking"),
    /** Any other task. */
    OTHER("other");

    private final String word;
    private final List<String> tags;

    TaskGroup(String word, String... tags) {
        this.word = word;
        this.tags = List.of(tags);
    }

    /**
     * The group of a task.
     *
     * @param tag a value of {@code task_categories}, such as {@code text-to-speech}
     * @return its group
     */
    public static TaskGroup of(String tag) {
        return Arrays.stream(values())
                .filter(group -> group.tags.contains(tag))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * The word for the group in tables.
     *
     * @return such as {@code video & audio}
     */
    public String word() {
        return word;
    }
}
