package org.tinybabel.cli.lesson;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Optional;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * What a walk-through says about itself, in the notebook's metadata under {@code tinybabel}.
 *
 * @param id the file's name without its ending, such as {@code 02-cloned-languages}
 * @param title the title
 * @param question the one question that it asks
 * @param paper the paper that it re-enacts; empty in a notebook about none
 * @param objectives what a reader can do afterwards
 * @param keyPoints what to remember
 * @param terms the words of the glossary that it introduces
 * @param discussion questions to talk about in class
 * @param prerequisites numbers of the notebooks to read before
 * @param minutes how long a reader takes
 * @param seeds how many repetitions there are of the experiment
 * @param expectedSeconds how long it runs on two cores
 * @param datasets the data that it reads
 */
public record Lesson(
        String id,
        String title,
        String question,
        Optional<Paper> paper,
        List<String> objectives,
        List<String> keyPoints,
        List<String> terms,
        List<String> discussion,
        List<String> prerequisites,
        Minutes minutes,
        int seeds,
        int expectedSeconds,
        List<Dataset> datasets) {

    /**
     * A paper.
     *
     * @param authors full names, separated by commas
     * @param year of the first public version
     * @param arxiv its identifier, such as {@code 2404.07982}
     */
    public record Paper(String authors, int year, String arxiv) {}

    /**
     * Minutes of a reader's time.
     *
     * @param read to read the walk-through
     * @param run to wait for it
     * @param exercise to solve its exercises
     */
    public record Minutes(int read, int run, int exercise) {

        /**
         * All of it.
         *
         * @return the sum
         */
        public int total() {
            return read + run + exercise;
        }
    }

    /**
     * Data that a notebook reads.
     *
     * @param name the table's name, or words for data that are not a table of the kit
     * @param licence its licence
     */
    public record Dataset(String name, String licence) {}

    /** The metadata as they are stored; a value that is missing is {@code null}. */
    private record Stored(
            String title,
            String question,
            Paper paper,
            List<String> objectives,
            @SerializedName("key_points") List<String> keyPoints,
            List<String> terms,
            List<String> discussion,
            List<String> prerequisites,
            Minutes minutes,
            int seeds,
            @SerializedName("expected_seconds") int expectedSeconds,
            List<Dataset> datasets) {}

    /**
     * Reads the metadata of a notebook that keeps the lesson contract.
     *
     * @param id the file's name without its ending
     * @param notebook the notebook
     * @return what it says about itself
     * @throws IllegalArgumentException if it has no such metadata, or not of the right kind
     */
    public static Lesson of(String id, Notebook notebook) {
        try {
            var lesson =
                    notebook.json().get("metadata") instanceof JsonObject metadata ? metadata.get("tinybabel") : null;
            return of(id, lesson);
        } catch (JsonParseException | NullPointerException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    id + " does not keep the lesson contract: tinybabel lint says what is missing", e);
        }
    }

    private static Lesson of(String id, JsonElement json) {
        var stored = new Gson().fromJson(json, Stored.class);
        return new Lesson(
                id,
                stored.title,
                stored.question,
                Optional.ofNullable(stored.paper),
                List.copyOf(stored.objectives),
                List.copyOf(stored.keyPoints),
                List.copyOf(stored.terms),
                List.copyOf(stored.discussion),
                List.copyOf(stored.prerequisites),
                stored.minutes,
                stored.seeds,
                stored.expectedSeconds,
                List.copyOf(stored.datasets));
    }

    /**
     * The notebook's number.
     *
     * @return two digits, such as {@code 02}
     */
    public String number() {
        return id.substring(0, 2);
    }
}
