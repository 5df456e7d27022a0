package org.tinybabel.cli.run;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kit's files that a notebook can come to read. Tables and questions count where a cell names them; where it says which one in
 * another way than by a string on the spot, all count. Other files count with the classes that lie beside or above them.
 */
final class ReadableData {

    private static final String ROOT = "org/tinybabel/";
    private static final String DATASETS = ROOT + "datasets/Datasets";
    private static final Pattern IMPORT =
            Pattern.compile("import\\s+org\\.tinybabel\\.datasets\\.(?:Datasets|\\*)\\s*;");

    /** Files of one folder, and how cells name them. */
    private record Collected(String folder, String word, Pattern named) {

        boolean holds(String path) {
            return path.startsWith(folder);
        }

        boolean reads(String path, String code) {
            var names = named.matcher(code)
                    .results()
                    .map(MatchResult::group)
                    .map(call -> call.substring(call.indexOf('"') + 1, call.lastIndexOf('"')))
                    .collect(Collectors.toSet());
            return names.contains(stem(path).substring(folder.length())) || namesOtherwise(code);
        }

        private boolean namesOtherwise(String code) {
            var rest = named.matcher(IMPORT.matcher(code).replaceAll("")).replaceAll("");
            return Pattern.compile("\\b" + word + "\\b").matcher(rest).find();
        }
    }

    private static final Collected TABLES = new Collected(
            ROOT + "datasets/", "Datasets", Pattern.compile("\\bDatasets\\.(?:open|datasheet)\\(\"[^\"\\\\]+\"\\)"));
    private static final Collected QUESTIONS =
            new Collected(ROOT + "quiz/", "quiz", Pattern.compile("\\bquiz\\(\"[^\"\\\\]+\"\\)"));

    private final KitFiles kit;
    private final String code;
    private final Set<String> reached;

    private ReadableData(KitFiles kit, String code, Set<String> reached) {
        this.kit = kit;
        this.code = code;
        this.reached = reached;
    }

    /**
     * Fingerprints of the files.
     *
     * @param code all cells that run
     * @param reached the classes that it can come to run
     * @return fingerprints by names such as {@code datasets/papers}, of all files of that name together
     */
    static SortedMap<String, String> of(KitFiles kit, String code, Set<String> reached) {
        var data = new ReadableData(kit, code, reached);
        var contents = new TreeMap<String, Sha256>();
        kit.resources().forEach((path, content) -> {
            if (path.startsWith(ROOT) && data.isRead(path)) {
                contents.computeIfAbsent(stem(path).substring(ROOT.length()), name -> new Sha256())
                        .add(path)
                        .add(content);
            }
        });
        var fingerprints = new TreeMap<String, String>();
        contents.forEach((name, content) -> fingerprints.put(name, content.fingerprint()));
        return fingerprints;
    }

    private static String stem(String path) {
        return path.replaceFirst("\\.[^./]*$", "");
    }

    private boolean isRead(String path) {
        if (TABLES.holds(path)) {
            return TABLES.reads(path, code) || kitReadsTables();
        }
        return QUESTIONS.holds(path) ? QUESTIONS.reads(path, code) : liesBesideAClass(path);
    }

    /** Which tables a class of the kit reads is not followed: all count then. */
    private boolean kitReadsTables() {
        return reached.stream()
                .filter(name -> !name.equals(DATASETS))
                .anyMatch(name -> kit.classes().get(name).refersTo(DATASETS));
    }

    /** Whether one can come to run a class of the folder, or of the nearest folder above it that has classes. */
    private boolean liesBesideAClass(String path) {
        var folder = folder(path);
        while (!folder.isEmpty() && !packages(kit.classes().keySet()).contains(folder)) {
            folder = folder(folder);
        }
        return packages(reached).contains(folder);
    }

    private static Set<String> packages(Set<String> classes) {
        return classes.stream().map(ReadableData::folder).collect(Collectors.toSet());
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
