package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.tinybabel.grader.ExerciseTests;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What became of the mutants of a solution: each is killed by a test, or stands in a list with the reason why no input that the
 * exercise speaks of can tell it from the solution. PIT makes them, of the class that {@link SolutionClass} writes.
 *
 * <p>The list is {@code equivalent/NN-slug.txt}, a block for each line of the solution that has such mutants:
 *
 * <pre>
 * mean: if (values.length == 0) {
 *     replaced equality check with false, 1: The division by zero gives NaN, too.
 * </pre>
 *
 * <p>In front stands the method. Below stand, for each kind of mutant, what PIT calls it, how many survive, and why.
 *
 * @param killed how many mutants a test notices
 * @param equivalent how many are listed
 * @param unnoticed how many are neither
 * @param reasons the lines of the list, as readers want them: method, line, what was changed, and why it makes no difference
 * @param faults mutants that survive and are not listed, and entries to which no mutant belongs, one sentence each
 */
public record Mutants(int killed, int equivalent, int unnoticed, List<String> reasons, List<String> faults) {

    private static final Pattern HEAD = Pattern.compile("(\\w+): (\\S.*)");
    private static final Pattern ENTRY = Pattern.compile(" {4}(.+?), (\\d+): (\\S.*)");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    /**
     * Copies the lists.
     *
     * @param killed how many mutants a test notices
     * @param equivalent how many are listed
     * @param unnoticed how many are neither
     * @param reasons the lines of the list, as readers want them
     * @param faults mutants that survive and are not listed, and entries to which no mutant belongs
     */
    public Mutants {
        reasons = List.copyOf(reasons);
        faults = List.copyOf(faults);
    }

    /** Mutants of one kind in one line of the solution. */
    private record Kind(String method, String line, String change) {

        @Override
        public String toString() {
            return method + ": " + line + ": " + change;
        }
    }

    /** An entry of the list. */
    private record Entry(int number, String why) {}

    /**
     * Reads what became of an exercise's mutants.
     *
     * @param exercise the exercise
     * @param masters the folder with {@code equivalent/NN-slug.txt}, which need not be there
     * @param report PIT's {@code mutations.xml}
     * @param sources the folder of the mutated classes' sources
     * @return killed ones, listed ones, and faults
     * @throws IOException if a file cannot be read or is no report
     */
    public static Mutants of(ExerciseTests exercise, Path masters, Path report, Path sources) throws IOException {
        var type = SolutionClass.name(exercise.contract());
        var lines = Files.readAllLines(sources.resolve(type + ".java"));
        var survived = new LinkedHashMap<Kind, Integer>();
        var killed = 0;
        for (var mutation : mutations(report)) {
            var mutated = text(mutation, "mutatedClass");
            if (!mutated.substring(mutated.lastIndexOf('.') + 1)
                    .replaceFirst("\\$.*", "")
                    .equals(type)) {
                continue;
            }
            if (mutation.getAttribute("detected").equals("true")) {
                killed++;
            } else {
                var line = Integer.parseInt(text(mutation, "lineNumber"));
                survived.merge(
                        new Kind(
                                LAMBDA.matcher(text(mutation, "mutatedMethod")).replaceFirst("$1"),
                                lines.get(line - 1).strip(),
                                change(text(mutation, "description"))),
                        1,
                        Integer::sum);
            }
        }
        return compared(exercise, masters, killed, survived);
    }

    /** PIT says first what kind of mutant it is, where there are several kinds of it. */
    private static String change(String description) {
        return description.replaceFirst("^removed conditional - ", "");
    }

    private static Mutants compared(ExerciseTests exercise, Path masters, int killed, Map<Kind, Integer> survived)
            throws IOException {
        var file = masters.resolve("equivalent").resolve(exercise.id() + ".txt");
        var faults = new ArrayList<String>();
        var listed = Files.exists(file) ? listed(file, faults) : Map.<Kind, Entry>of();
        var reasons = new ArrayList<String>();
        var equivalent = 0;
        var unnoticed = 0;
        for (var entry : survived.entrySet()) {
            var known = listed.get(entry.getKey());
            if (known == null || known.number() < entry.getValue()) {
                unnoticed += entry.getValue() - (known == null ? 0 : known.number());
                faults.add("No test notices " + entry.getValue()
                        + (entry.getValue() == 1 ? " mutant" : " mutants") + " of " + exercise.id() + ", "
                        + entry.getKey()
                        + (known == null ? "" : " (" + known.number() + " listed as equivalent)"));
            }
        }
        for (var entry : listed.entrySet()) {
            var found = survived.getOrDefault(entry.getKey(), 0);
            if (found < entry.getValue().number()) {
                faults.add("equivalent/" + file.getFileName() + " lists "
                        + entry.getValue().number() + " of " + entry.getKey() + ", and " + found
                        + " survive: take out what a test notices by now");
            }
            equivalent += Math.min(found, entry.getValue().number());
            reasons.add(entry.getKey() + ": " + entry.getValue().why());
        }
        return new Mutants(killed, equivalent, unnoticed, reasons, faults);
    }

    private static Map<Kind, Entry> listed(Path file, List<String> faults) throws IOException {
        var listed = new LinkedHashMap<Kind, Entry>();
        var method = "";
        var source = "";
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var head = HEAD.matcher(line);
            var entry = ENTRY.matcher(line);
            if (head.matches()) {
                method = head.group(1);
                source = head.group(2);
            } else if (entry.matches() && !method.isEmpty()) {
                var kind = new Kind(method, source, change(entry.group(1)));
                if (listed.put(kind, new Entry(Integer.parseInt(entry.group(2)), entry.group(3))) != null) {
                    faults.add("equivalent/" + file.getFileName() + ", line " + number + ": stands there twice");
                }
            } else if (!line.isBlank()) {
                faults.add(
                        "equivalent/" + file.getFileName() + ", line " + number + ": \"" + line
                                + "\" is neither a line of the solution behind its method, nor what was changed, how often, and why");
            }
        }
        return listed;
    }

    private static List<Element> mutations(Path report) throws IOException {
        try {
            var nodes = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("mutation");
            var elements = new ArrayList<Element>();
            for (var i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of mutants", e);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    /**
     * The mutants in one line.
     *
     * @return such as {@code 119 of 125 mutants killed (95 %), 6 equivalent}
     */
    public String score() {
        var all = killed + equivalent + unnoticed;
        return killed + " of " + all + " mutants killed (" + (all == 0 ? 100 : Math.round(100.0 * killed / all))
                + " %), " + equivalent + " equivalent"
                + (unnoticed == 0 ? "" : ", " + unnoticed + " noticed by no test");
    }
}
