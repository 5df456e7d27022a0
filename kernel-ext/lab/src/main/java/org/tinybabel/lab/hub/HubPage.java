package org.tinybabel.lab.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads one page of the hub's list of datasets: a JSON array of objects with {@code id}, {@code createdAt}, {@code downloads} and
 * {@code tags}, and {@code description} where there is one. Anything else is an error: counts of a list that is only half understood
 * would be wrong without a sign of it.
 */
final class HubPage {

    private static final String CHANGED =
            " The hub's interface has changed since this kit was made: look for a newer kit, or report this.";

    private HubPage() {}

    static List<HubDataset> read(String json) throws HubException {
        if (!(parse(json) instanceof JsonArray list)) {
            throw new HubException("The hub's answer is not a list of datasets, it begins with \"" + beginning(json)
                    + "\"." + CHANGED);
        }
        var datasets = new ArrayList<HubDataset>();
        for (var element : list) {
            datasets.add(dataset(element, datasets.size() + 1));
        }
        return datasets;
    }

    private static JsonElement parse(String json) throws HubException {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException e) {
            throw new HubException(
                    "The hub's answer is not JSON, it begins with \"" + beginning(json) + "\"." + CHANGED, e);
        }
    }

    private static String beginning(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static HubDataset dataset(JsonElement element, int number) throws HubException {
        if (!(element instanceof JsonObject object)) {
            throw new HubException("Dataset " + number + " of a page is not an object." + CHANGED);
        }
        var id = field(object, "id", number, HubPage::isText).getAsString();
        var created = field(object, "createdAt", number, HubPage::isText).getAsString();
        var downloads = field(object, "downloads", number, HubPage::isNumber).getAsLong();
        var tags = field(object, "tags", number, HubPage::isTexts).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        var description =
                isText(object.get("description")) ? object.get("description").getAsString() : "";
        return new HubDataset(id, year(created, id), downloads, description, HubTags.of(tags));
    }

    private static JsonElement field(JsonObject object, String name, int number, Predicate<JsonElement> fits)
            throws HubException {
        var value = object.get(name);
        if (!fits.test(value)) {
            var what = value == null ? "has no field \"" + name + "\"" : "has an unexpected \"" + name + "\"";
            throw new HubException("Dataset " + number + " of a page " + what + "." + CHANGED);
        }
        return value;
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isNumber(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isNumber();
    }

    private static boolean isTexts(JsonElement element) {
        return element instanceof JsonArray array && array.asList().stream().allMatch(HubPage::isText);
    }

    private static int year(String created, String id) throws HubException {
        try {
            return OffsetDateTime.parse(created)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
        } catch (DateTimeException e) {
            throw new HubException(
                    "The dataset " + id + " was created at \"" + created + "\", which is no time." + CHANGED, e);
        }
    }
}
