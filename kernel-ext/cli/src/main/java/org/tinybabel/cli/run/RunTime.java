package org.tinybabel.cli.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.OptionalInt;
import org.tinybabel.kernel.notebook.Notebook;

/** How long the run took from which a notebook's outputs come, in whole seconds, in its metadata. */
public final class RunTime {

    private static final String KEY = "tinybabel_run";
    private static final String SECONDS = "seconds";

    private RunTime() {}

    /** Notes the time of all cells, rounded up. */
    static void record(Notebook notebook, Duration time) {
        var run = new JsonObject();
        run.addProperty(SECONDS, (time.toMillis() + 999) / 1000);
        notebook.json().getAsJsonObject("metadata").add(KEY, run);
    }

    /**
     * How long the stored run took.
     *
     * @param notebook a notebook with outputs
     * @return seconds; empty if the outputs come from elsewhere
     */
    public static OptionalInt of(Notebook notebook) {
        return notebook.json().get("metadata") instanceof JsonObject metadata
                        && metadata.get(KEY) instanceof JsonObject run
                        && run.get(SECONDS) instanceof JsonPrimitive seconds
                ? OptionalInt.of(seconds.getAsInt())
                : OptionalInt.empty();
    }
}
