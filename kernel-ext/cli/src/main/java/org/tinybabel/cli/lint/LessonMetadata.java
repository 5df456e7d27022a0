package org.tinybabel.cli.lint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * What a walk-through says about itself, in the notebook's metadata under {@code tinybabel}. Syllabi, lesson plans and the site
 * are made from it, so everything has to be there.
 *
 * <ul>
 *   <li>{@code title}; {@code question}, one sentence that ends with a question mark;
 *   <li>{@code paper} with {@code authors}, {@code year}, {@code arxiv}; left out in a notebook about no paper;
 *   <li>{@code objectives}, what a reader can do afterwards; {@code key_points}, what to remember;
 *   <li>{@code terms}, words of the glossary that it introduces; may be empty;
 *   <li>{@code discussion}, questions to talk about in class;
 *   <li>{@code prerequisites}, numbers of notebooks to read before, such as {@code 01}; may be empty;
 *   <li>{@code minutes} with {@code read}, {@code run}, {@code exercise};
 *   <li>{@code seeds}; {@code expected_seconds} on two cores;
 *   <li>{@code pattern}, 1 in the first notebooks that have not been rewritten yet; left out everywhere else;
 *   <li>{@code few_seeds}, for each claim that is judged on fewer than five seeds, why; left out if there is none;
 *   <li>{@code datasets}, each with {@code name} and {@code licence}; may be empty.
 * </ul>
 */
final class LessonMetadata {

    private static final Set<String> KEYS = Set.of(
            "title",
            "question",
            "paper",
            "objectives",
            "key_points",
            "terms",
            "discussion",
            "prerequisites",
            "minutes",
            "seeds",
            "expected_seconds",
            "datasets",
            "pattern",
            "few_seeds");

    private final JsonObject lesson;
    private final List<String> faults = new ArrayList<>();

    private LessonMetadata(JsonObject lesson) {
        this.lesson = lesson;
    }

    /** One sentence for each thing that is missing, malformed, or not part of the contract. */
    static List<String> faults(Notebook notebook) {
        if (!(notebook.json().get("metadata") instanceof JsonObject metadata)
                || !(metadata.get("tinybabel") instanceof JsonObject lesson)) {
            return List.of("the notebook's metadata has no object \"tinybabel\"");
        }
        var checked = new LessonMetadata(lesson);
        checked.check();
        return checked.faults;
    }

    private void check() {
        lesson.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add("\"" + key + "\" is not part of the lesson contract"));
        text(lesson, "title", title -> !title.isBlank(), "a text");
        text(lesson, "question", question -> question.endsWith("?"), "a sentence that ends with a question mark");
        texts("objectives", 1, objective -> !objective.isBlank(), "what a reader can do afterwards");
        texts("key_points", 1, point -> !point.isBlank(), "what to remember");
        texts("terms", 0, term -> !term.isBlank(), "terms of the glossary that the notebook introduces");
        texts("discussion", 1, prompt -> prompt.endsWith("?"), "questions to talk about, each with a question mark");
        texts("prerequisites", 0, number -> number.matches("\\d\\d"), "numbers of notebooks, such as 01");
        number(lesson, "seeds");
        number(lesson, "expected_seconds");
        if (lesson.get("minutes") instanceof JsonObject minutes) {
            List.of("read", "run", "exercise").forEach(part -> number(minutes, part));
        } else {
            faults.add("\"minutes\" must be an object with the numbers read, run and exercise");
        }
        if (lesson.has("paper")) {
            paper();
        }
        if (lesson.has("few_seeds")) {
            fewSeeds();
        }
        datasets();
    }

    private void paper() {
        if (lesson.get("paper") instanceof JsonObject paper) {
            text(paper, "authors", authors -> !authors.isBlank(), "a text");
            text(paper, "arxiv", id -> id.matches("\\d{4}\\.\\d{5}"), "an identifier such as 2404.07982");
            number(paper, "year");
        } else {
            faults.add("\"paper\" must be an object with authors, year and arxiv");
        }
    }

    private void fewSeeds() {
        if (!(lesson.get("few_seeds") instanceof JsonObject reasons)
                || !reasons.entrySet().stream()
                        .allMatch(reason -> isText(reason.getValue())
                                && !reason.getValue().getAsString().isBlank())) {
            faults.add("\"few_seeds\" must be an object with a reason for each claim, got " + lesson.get("few_seeds"));
        }
    }

    private void datasets() {
        if (!(lesson.get("datasets") instanceof JsonArray datasets)) {
            faults.add("\"datasets\" must be a list of objects with name and licence; an empty one if there are none");
            return;
        }
        for (var dataset : datasets) {
            if (dataset instanceof JsonObject object) {
                text(object, "name", name -> !name.isBlank(), "a text");
                text(object, "licence", licence -> !licence.isBlank(), "a text");
            } else {
                faults.add("a dataset must be an object with name and licence, got " + dataset);
            }
        }
    }

    private void text(JsonObject object, String key, Predicate<String> fits, String what) {
        if (!isText(object.get(key)) || !fits.test(object.get(key).getAsString())) {
            faults.add("\"" + key + "\" must be " + what + ", got " + object.get(key));
        }
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private void texts(String key, int least, Predicate<String> fits, String what) {
        var listed = lesson.get(key) instanceof JsonArray list ? list.asList() : List.<JsonElement>of();
        var missing = !(lesson.get(key) instanceof JsonArray) || listed.size() < least;
        if (missing || !listed.stream().allMatch(item -> isText(item) && fits.test(item.getAsString()))) {
            faults.add("\"" + key + "\" must be a list: " + what + "; got " + lesson.get(key));
        }
    }

    private void number(JsonObject object, String key) {
        if (!(object.get(key) instanceof JsonPrimitive primitive)
                || !primitive.isNumber()
                || !(primitive.getAsDouble() >= 0)) {
            faults.add("\"" + key + "\" must be a number of 0 or more, got " + object.get(key));
        }
    }
}
