package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who takes the course.
 *
 * @param entries one for each student
 */
public record Roster(List<Entry> entries) {

    /**
     * One student.
     *
     * @param id what the gradebook calls the student
     * @param name the student's name; may be blank
     * @param aliases other names under which notebooks come in, such as a file's or a folder's
     */
    public record Entry(String id, String name, List<String> aliases) {

        /**
         * Copies the list.
         *
         * @param id what the gradebook calls the student
         * @param name the student's name; may be blank
         * @param aliases other names under which notebooks come in
         */
        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * Copies the list.
     *
     * @param entries one for each student
     */
    public Roster {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a roster: a table with the columns id and name, and where the notebooks are called otherwise, file or alias;
     * several aliases are separated by {@code |}.
     *
     * @param file a CSV file
     * @return the roster
     * @throws UnusableFile if a column or an id is missing, or two students share a name to be found by
     * @throws IOException if the file cannot be read
     */
    public static Roster read(Path file) throws IOException {
        var table = CsvFile.read(file, List.of("id", "name"));
        var entries = new ArrayList<Entry>();
        var rowOf = new HashMap<String, Integer>();
        for (var row : table.rows()) {
            var id = row.get("id").strip();
            if (id.isEmpty()) {
                throw new UnusableFile(table.name() + ", row " + row.number() + ": the id is blank.");
            }
            var aliases = new ArrayList<String>();
            for (var column : List.of("alias", "file")) {
                Arrays.stream(row.get(column).split("\\|"))
                        .map(Roster::withoutEnding)
                        .filter(alias -> !alias.isEmpty())
                        .forEach(aliases::add);
            }
            for (var key : keys(id, aliases)) {
                var other = rowOf.putIfAbsent(key, row.number());
                if (other != null && other != row.number()) {
                    throw new UnusableFile(table.name() + ", row " + row.number() + ": \"" + key + "\" stands in row "
                            + other + " too.");
                }
            }
            entries.add(new Entry(id, row.get("name").strip(), aliases));
        }
        if (entries.isEmpty()) {
            throw new UnusableFile(table.name() + " names no student below its first row.");
        }
        return new Roster(entries);
    }

    private static String withoutEnding(String file) {
        return file.strip().replaceFirst("(?i)\\.(ipynb|zip)$", "");
    }

    private static List<String> keys(String id, List<String> aliases) {
        var keys = new ArrayList<>(List.of(key(id)));
        aliases.forEach(alias -> keys.add(key(alias)));
        return keys;
    }

    private static String key(String text) {
        return withoutEnding(text).toLowerCase(Locale.ROOT);
    }

    /**
     * The student that a name stands for.
     *
     * @param name an id, an alias, or a full name that only one student has; case does not matter
     * @return the student, if there is one
     */
    public Optional<Entry> find(String name) {
        var key = key(name);
        var exact = entries.stream()
                .filter(entry -> keys(entry.id(), entry.aliases()).contains(key))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        var named = entries.stream()
                .filter(entry -> !key.isEmpty() && key(entry.name()).equals(key))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
