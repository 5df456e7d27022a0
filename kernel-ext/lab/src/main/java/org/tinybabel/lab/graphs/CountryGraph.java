package org.tinybabel.lab.graphs;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tinybabel.lab.languages.CountryFacts;
import org.tinybabel.lab.languages.CountryRelation;

/**
 * The facts of {@link CountryFacts} as a graph: time zone → country → currency, language and sub-region; language → script; sub-region
 * → continent.
 */
public final class CountryGraph {

    /** The relations, in this order. */
    public static final List<String> RELATIONS =
            List.of("country", "currency", "language", "sub-region", "continent", "script");

    private record Node(String type, String code) {}

    private final Map<Node, Integer> nodes = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final LinkedHashSet<Triple> triples = new LinkedHashSet<>();

    private CountryGraph() {}

    /**
     * Builds the graph of a day.
     *
     * @param date the day for which currencies are looked up
     * @return about 800 entities, named in English, of the types zone, country, currency, language, sub-region, continent, script;
     *     where two entities have one name, the type stands behind the later one's
     */
    public static KnowledgeGraph on(LocalDate date) {
        var building = new CountryGraph();
        var facts = CountryFacts.on(date);
        facts.countries().forEach(country -> building.add(facts, country));
        var types = building.nodes.keySet().stream().map(Node::type).toList();
        return new KnowledgeGraph(building.names, types, RELATIONS, List.copyOf(building.triples));
    }

    private void add(CountryFacts facts, String country) {
        var here = node("country", country, code -> CountryFacts.name(code, ULocale.ENGLISH));
        facts.value(country, CountryRelation.TIME_ZONE)
                .ifPresent(zone -> fact(node("zone", CountryRelation.TIME_ZONE, zone), "country", here));
        facts.value(country, CountryRelation.CURRENCY)
                .ifPresent(code -> fact(here, "currency", node("currency", CountryRelation.CURRENCY, code)));
        facts.value(country, CountryRelation.LANGUAGE).ifPresent(code -> {
            var language = node("language", CountryRelation.LANGUAGE, code);
            fact(here, "language", language);
            var script = ULocale.addLikelySubtags(new ULocale(code)).getScript();
            if (!script.isEmpty()) {
                fact(language, "script", node("script", CountryRelation.SCRIPT, script));
            }
        });
        facts.value(country, CountryRelation.SUBREGION).ifPresent(code -> {
            var region = node("sub-region", CountryRelation.SUBREGION, code);
            fact(here, "sub-region", region);
            facts.value(country, CountryRelation.CONTINENT)
                    .ifPresent(continent ->
                            fact(region, "continent", node("continent", CountryRelation.CONTINENT, continent)));
        });
    }

    private int node(String type, CountryRelation relation, String code) {
        return node(type, code, value -> relation.name(value, ULocale.ENGLISH));
    }

    private int node(String type, String code, UnaryOperator<String> name) {
        return nodes.computeIfAbsent(new Node(type, code), node -> {
            var english = name.apply(code);
            names.add(names.contains(english) ? english + " (" + type + ")" : english);
            return nodes.size();
        });
    }

    private void fact(int head, String relation, int tail) {
        triples.add(new Triple(head, RELATIONS.indexOf(relation), tail));
    }
}
