package org.tinybabel.cli.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * What a notebook's outputs depend on. While it stays the same, a run finds what is stored. A run notes it in the notebook's
 * metadata; of the things that may change, it keeps fingerprints, so that one can say what has changed.
 *
 * @param jdk the feature version of Java, such as 17
 * @param cells a fingerprint of the cells that a run executes, without their outputs
 * @param classes fingerprints of the kit's classes that these can come to run, by package without {@code org.tinybabel}
 * @param data fingerprints of the kit's tables and other files that they can come to read, by name
 * @param libraries versions of the libraries on the class path, by name
 */
public record NotebookKey(
        int jdk,
        String cells,
        SortedMap<String, String> classes,
        SortedMap<String, String> data,
        SortedMap<String, String> libraries) {

    private static final String RUN = "tinybabel_run";
    private static final String KEY = "key";
    private static final String ROOT = "org.tinybabel.";

    /**
     * Computes the key of a notebook.
     *
     * @param notebook the notebook, with or without outputs
     * @param kit the class path that it runs with
     * @param jdk the feature version of the Java that it runs with
     * @return its key
     */
    public static NotebookKey of(Notebook notebook, KitFiles kit, int jdk) {
        var sources = notebook.codeCells().stream()
                .filter(NotebookRun::isRun)
                .map(cell -> cell.source().strip())
                .toList();
        var cells = new Sha256();
        sources.forEach(cells::add);
        var code = String.join("\n", sources);
        var reached = ReachableClasses.of(kit, code);
        return new NotebookKey(
                jdk,
                cells.fingerprint(),
                byPackage(kit, reached),
                ReadableData.of(kit, code, reached),
                kit.libraries());
    }

    /** One fingerprint for each package: one for each class would make notebooks much longer. */
    private static SortedMap<String, String> byPackage(KitFiles kit, Set<String> reached) {
        var contents = new TreeMap<String, Sha256>();
        for (var name : reached) {
            var dotted = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
            contents.computeIfAbsent(dotted.replaceFirst("^" + Pattern.quote(ROOT), ""), it -> new Sha256())
                    .add(name)
                    .add(kit.classes().get(name).fingerprint());
        }
        var fingerprints = new TreeMap<String, String>();
        contents.forEach((name, content) -> fingerprints.put(name, content.fingerprint()));
        return fingerprints;
    }

    /**
     * The key in short.
     *
     * @return the SHA-256 of all of it, 64 hexadecimal digits
     */
    public String sha256() {
        return new Sha256().add(ingredients().toString()).hex();
    }

    private JsonObject ingredients() {
        var json = new JsonObject();
        json.addProperty("jdk", jdk);
        json.addProperty("cells", cells);
        json.add("classes", json(classes));
        json.add("data", json(data));
        // On one line: as many lines as there are libraries would hide the other changes of a notebook.
        json.addProperty(
                "libraries",
                libraries.entrySet().stream()
                        .map(library -> library.getKey() + ":" + library.getValue())
                        .collect(Collectors.joining(" ")));
        return json;
    }

    private static JsonObject json(Map<String, String> map) {
        var json = new JsonObject();
        map.forEach(json::addProperty);
        return json;
    }

    /**
     * Notes in a notebook that its outputs come from this key.
     *
     * @param notebook a notebook that was just run
     */
    public void record(Notebook notebook) {
        var json = ingredients();
        json.addProperty("sha256", sha256());
        json.addProperty("outputs", outputs(notebook));
        notebook.json().getAsJsonObject("metadata").getAsJsonObject(RUN).add(KEY, json);
    }

    private static String outputs(Notebook notebook) {
        var all = new JsonArray();
        notebook.codeCells().forEach(cell -> {
            var outputs = new JsonArray();
            cell.outputs().forEach(outputs::add);
            all.add(outputs);
        });
        var json = new JsonObject();
        json.add("outputs", all);
        // Written as a notebook is: the order of keys does not count.
        return new Sha256().add(new Notebook(json).toText()).fingerprint();
    }

    /**
     * The key that a notebook's outputs come from.
     *
     * @param notebook a notebook
     * @return the key that the run has noted; empty if none has, or if the outputs were changed since
     */
    public static Optional<NotebookKey> stored(Notebook notebook) {
        return notebook.json().get("metadata") instanceof JsonObject metadata
                        && metadata.get(RUN) instanceof JsonObject run
                        && run.get(KEY) instanceof JsonObject key
                        && key.get("outputs") instanceof JsonPrimitive outputs
                        && outputs.getAsString().equals(outputs(notebook))
                ? Optional.of(parse(key)).filter(found -> found.sha256().equals(text(key, "sha256")))
                : Optional.empty();
    }

    private static NotebookKey parse(JsonObject key) {
        var libraries = new TreeMap<String, String>();
        for (var library : text(key, "libraries").split(" ")) {
            libraries.put(library.replaceFirst(":.*", ""), library.replaceFirst(".*:", ""));
        }
        return new NotebookKey(
                key.get("jdk").getAsInt(), text(key, "cells"), map(key, "classes"), map(key, "data"), libraries);
    }

    private static String text(JsonObject key, String name) {
        return key.get(name).getAsString();
    }

    private static SortedMap<String, String> map(JsonObject key, String name) {
        var map = new TreeMap<String, String>();
        key.getAsJsonObject(name)
                .entrySet()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().getAsString()));
        return map;
    }

    /**
     * Says what has changed since another key.
     *
     * @param before the key of the stored outputs
     * @return one sentence for each change; empty if the keys are equal
     */
    public List<String> changesSince(NotebookKey before) {
        var changes = new ArrayList<String>();
        if (!cells.equals(before.cells)) {
            changes.add("the code of its cells changed");
        }
        if (jdk != before.jdk) {
            changes.add("JDK " + jdk + " instead of " + before.jdk);
        }
        changes.addAll(changes(before.data, data, (name, how) -> "the data " + name + " " + how));
        changes.addAll(changes(before.classes, classes, (name, how) -> "the classes of " + ROOT + name + " " + how));
        for (var name : union(before.libraries, libraries)) {
            var then = before.libraries.get(name);
            var now = libraries.get(name);
            if (then == null || now == null) {
                changes.add(name + (then == null ? " " + now + " was added" : " " + then + " was removed"));
            } else if (!then.equals(now)) {
                changes.add(name + " " + now + " instead of " + then);
            }
        }
        return changes;
    }

    private static List<String> changes(
            Map<String, String> before, Map<String, String> now, BiFunction<String, String, String> sentence) {
        return union(before, now).stream()
                .filter(name -> !now.getOrDefault(name, "").equals(before.getOrDefault(name, "")))
                .map(name -> sentence.apply(
                        name,
                        !before.containsKey(name) ? "were added" : now.containsKey(name) ? "changed" : "were removed"))
                .toList();
    }

    private static Set<String> union(Map<String, String> one, Map<String, String> other) {
        return Stream.of(one, other)
                .flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
