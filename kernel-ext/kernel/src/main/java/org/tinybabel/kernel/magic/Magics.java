package org.tinybabel.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The magics that a notebook can use. More can be added while it runs:
 *
 * <pre>{@code
 * kernel().getMagics().registerLineMagic("shout", arguments -> arguments.text().toUpperCase(Locale.ROOT));
 * }</pre>
 */
public final class Magics {

    /**
     * What {@code %magics} says of a magic.
     *
     * @param example a line that uses it
     * @param purpose what it does, in a few words
     */
    record Help(String example, String purpose) {}

    private record Entry<M>(M magic, Help help) {}

    private final Map<String, Entry<LineMagic>> lines = new TreeMap<>();
    private final Map<String, Entry<CellMagic>> cells = new TreeMap<>();
    private final Map<String, Help> settings = new TreeMap<>();

    /** Makes a registry that knows only what belongs to every cell: {@code %%time} and {@code %%timeout}. */
    public Magics() {
        settings.put("time", new Help("%%time", "says how long the cell took"));
        settings.put("timeout", new Help("%%timeout 30", "stops the cell after so many seconds"));
    }

    /**
     * Adds a line magic.
     *
     * @param name what stands behind the percent sign
     * @param magic what it does
     */
    public synchronized void registerLineMagic(String name, LineMagic magic) {
        add(new Help("%" + name, "(added by this notebook)"), magic, name);
    }

    /**
     * Adds a cell magic.
     *
     * @param name what stands behind the two percent signs
     * @param magic what it does
     */
    public synchronized void registerCellMagic(String name, CellMagic magic) {
        addCell(new Help("%%" + name, "(added by this notebook)"), magic, name);
    }

    /** Adds a line magic under several names. */
    synchronized void add(Help help, LineMagic magic, String... names) {
        for (var name : names) {
            lines.put(name, new Entry<>(magic, help));
        }
    }

    /** Adds a cell magic under several names. */
    synchronized void addCell(Help help, CellMagic magic, String... names) {
        for (var name : names) {
            cells.put(name, new Entry<>(magic, help));
        }
    }

    synchronized boolean hasLine(String name) {
        return lines.containsKey(name);
    }

    synchronized boolean hasCell(String name) {
        return cells.containsKey(name);
    }

    /**
     * Runs a line magic.
     *
     * @param name its name without the percent sign
     * @param arguments what stands behind it
     * @return the value of the line; {@code null} if it has none
     * @throws MagicException if there is no such magic; the message lists those there are
     * @throws Exception what the magic throws
     */
    public Object runLine(String name, Arguments arguments) throws Exception {
        Entry<LineMagic> entry;
        synchronized (this) {
            entry = lines.get(name);
        }
        if (entry == null) {
            throw unknown("%" + name);
        }
        return entry.magic().run(arguments);
    }

    /**
     * Runs a cell magic.
     *
     * @param name its name without the percent signs
     * @param arguments what stands behind it
     * @param body the lines below
     * @return the value of the cell; {@code null} if it has none
     * @throws MagicException if there is no such magic; the message lists those there are
     * @throws Exception what the magic throws
     */
    public Object runCell(String name, Arguments arguments, String body) throws Exception {
        Entry<CellMagic> entry;
        synchronized (this) {
            entry = cells.get(name);
        }
        if (entry == null) {
            throw unknown("%%" + name);
        }
        return entry.magic().run(arguments, body);
    }

    /**
     * The magics whose names begin in a certain way, for completion.
     *
     * @param prefix the beginning of a line with its percent signs, such as {@code %ma} or {@code %%ti}
     * @return the full names with their percent signs, sorted
     */
    public synchronized List<String> completions(String prefix) {
        return names().filter(name -> name.startsWith(prefix)).toList();
    }

    private Stream<String> names() {
        return Stream.concat(
                lines.keySet().stream().map(name -> "%" + name),
                Stream.concat(cells.keySet().stream(), settings.keySet().stream())
                        .sorted()
                        .map(name -> "%%" + name));
    }

    /** One entry for each magic, aliases together. */
    synchronized Map<String, Help> help() {
        var help = new TreeMap<String, Help>();
        names().collect(Collectors.groupingBy(this::help)).forEach((text, names) -> {
            // The name that the example shows comes first.
            var sorted = new ArrayList<>(names);
            sorted.sort((a, b) -> Boolean.compare(
                    text.example().startsWith(b + " "), text.example().startsWith(a + " ")));
            help.put(String.join(", ", sorted), text);
        });
        return help;
    }

    private Help help(String name) {
        if (!name.startsWith("%%")) {
            return lines.get(name.substring(1)).help();
        }
        var bare = name.substring(2);
        return settings.containsKey(bare) ? settings.get(bare) : cells.get(bare).help();
    }

    /** Says that there is no such magic, and what the reader may have meant. */
    synchronized MagicException unknown(String magic) {
        var advice = ForeignMagics.advice(magic);
        if (advice.isPresent()) {
            return new MagicException(advice.get());
        }
        return new MagicException("There is no magic " + magic + "."
                + nearest(magic).map(name -> " Did you mean " + name + "?").orElse("") + " Known are "
                + names().collect(Collectors.joining(", ")) + "; %magics explains them.");
    }

    private Optional<String> nearest(String magic) {
        var wanted = bare(magic);
        return names().filter(name ->
                        distance(wanted, bare(name)) <= Math.max(wanted.length() < 4 ? 1 : 2, wanted.length() / 3))
                .min((a, b) -> Integer.compare(rank(magic, a), rank(magic, b)));
    }

    private static int rank(String magic, String name) {
        return 2 * distance(bare(magic), bare(name)) + (percents(magic) == percents(name) ? 0 : 1);
    }

    private static int percents(String name) {
        return name.startsWith("%%") ? 2 : 1;
    }

    private static String bare(String name) {
        return name.substring(percents(name)).toLowerCase(Locale.ROOT);
    }

    /** The edit distance of Levenshtein. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
