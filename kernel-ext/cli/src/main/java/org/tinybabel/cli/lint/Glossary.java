package org.tinybabel.cli.lint;

import java.util.Map;
import java.util.TreeMap;
import org.tinybabel.datasets.Datasets;
import tech.tablesaw.api.Table;

/** The words that notebooks may introduce, and what they mean. */
final class Glossary {

    private Glossary() {}

    /** Definitions by term. */
    static Map<String, String> definitions() {
        var table = Table.read().csv(Datasets.open("glossary"));
        var definitions = new TreeMap<String, String>();
        table.forEach(row -> definitions.put(row.getString("term"), row.getString("definition")));
        return definitions;
    }
}
