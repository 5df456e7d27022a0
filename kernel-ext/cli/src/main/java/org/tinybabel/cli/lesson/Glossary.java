package org.tinybabel.cli.lesson;

import java.util.List;
import java.util.stream.StreamSupport;
import org.tinybabel.datasets.Datasets;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The words that notebooks introduce, and what they mean. */
public final class Glossary {

    private Glossary() {}

    /**
     * An entry.
     *
     * @param term the term
     * @param definition what it means
     * @param also other names for the same, separated by commas; blank if there are none
     */
    public record Term(String term, String definition, String also) {}

    /**
     * All entries.
     *
     * @return in alphabetic order
     */
    public static List<Term> terms() {
        var table = Table.read().csv(Datasets.open("glossary"));
        return StreamSupport.stream(table.spliterator(), false)
                .map(Glossary::term)
                .toList();
    }

    private static Term term(Row row) {
        return new Term(row.getString("term"), row.getString("definition"), row.getString("also"));
    }
}
