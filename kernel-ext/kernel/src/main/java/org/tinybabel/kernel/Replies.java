package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.tinybabel.display.MimeBundle;

/** Contents of messages. */
final class Replies {

    private Replies() {}

    static JsonObject ok() {
        return status("ok");
    }

    static JsonObject status(String status) {
        var content = new JsonObject();
        content.addProperty("status", status);
        return content;
    }

    static JsonObject error(String name, String message, List<String> traceback) {
        var content = status("error");
        content.addProperty("ename", name);
        content.addProperty("evalue", message);
        content.add("traceback", strings(traceback));
        return content;
    }

    static JsonArray strings(List<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    /** The {@code data} and {@code metadata} of something to show. */
    static JsonObject bundle(MimeBundle bundle) {
        var content = new JsonObject();
        content.add("data", json(bundle.data()));
        content.add("metadata", json(bundle.metadata()));
        return content;
    }

    /** A value made of maps, collections, numbers, truth values and texts, as JSON. */
    static JsonElement json(Object value) {
        if (value instanceof JsonElement element) {
            return element;
        } else if (value instanceof Map<?, ?> map) {
            var object = new JsonObject();
            map.forEach((key, each) -> object.add(String.valueOf(key), json(each)));
            return object;
        } else if (value instanceof Iterable<?> values) {
            var array = new JsonArray();
            values.forEach(each -> array.add(json(each)));
            return array;
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        } else if (value instanceof Number number) {
            // JSON has no word for these.
            return Double.isFinite(number.doubleValue()) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
        }
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(String.valueOf(value));
    }
}
