package org.tinybabel.lab.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.lab.stats.Concentration;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The datasets of several languages on a hub, and what can be counted of them. The two tables have the columns of the shipped tables
 * {@code cjk-hub-counts} and {@code cjk-hub-joint}, whose datasheets explain them; all columns hold text, as it goes into the files.
 */
public final class HubCatalogue {

    /** The languages of the shipped tables, in the order of their columns. */
    public static final List<String> LANGUAGES = List.of("zh", "ja", "ko");

    private static final int MOST_LANGUAGES = 100;
    private static final int EARLIEST_YEAR = 2022;
    private static final int EARLIEST_BUCKET = 2023;
    private static final List<Integer> RANKS = List.of(10, 20, 50, 100, 200, 300, 500, 700);
    private static final List<String> SIZES = List.of("n<1k", "1k<n<10k", "10k<n<100k", "100k<n<1m");
    private static final List<String> SIZE_WORDS = List.of("<1K", "1K-10K", "10K-100K", "100K-1M", ">1M", "missing");
    private static final String TASKS = "task_categories";

    private final Map<String, List<HubDataset>> datasets;

    /** A property of datasets that is counted for each value. */
    private record Property(String dimension, String category, Predicate<HubDataset> holds) {}

    private HubCatalogue(Map<String, List<HubDataset>> datasets) {
        this.datasets = datasets;
    }

    /**
     * A catalogue. Datasets with more than 100 languages are left out: they are about all languages, not about these.
     *
     * @param datasets for each of {@link #LANGUAGES}, those with its tag
     * @return the catalogue
     * @throws IllegalArgumentException if a language is missing
     */
    public static HubCatalogue of(Map<String, List<HubDataset>> datasets) {
        if (!datasets.keySet().containsAll(LANGUAGES)) {
            throw new IllegalArgumentException(
                    "a catalogue needs the languages " + LANGUAGES + ", got " + datasets.keySet());
        }
        return new HubCatalogue(LANGUAGES.stream()
                .collect(Collectors.toMap(Function.identity(), language -> datasets.get(language).stream()
                        .filter(dataset -> languages(dataset).size() <= MOST_LANGUAGES)
                        .toList())));
    }

    private static Set<String> languages(HubDataset dataset) {
        return dataset.tags().values("language");
    }

    private List<HubDataset> of(String language, LanguageScope scope) {
        return datasets.get(language).stream()
                .filter(dataset -> LanguageScope.of(language, languages(dataset)) == scope)
                .toList();
    }

    /**
     * Counts by one property at a time.
     *
     * @param snapshot when the hub was looked at, such as {@code 2025-11-17}
     * @return one row per scope, dimension and category, a column for each language
     */
    public Table counts(String snapshot) {
        var columns = new ArrayList<StringColumn>();
        List.of("snapshot", "scope", "dimension", "category").forEach(name -> columns.add(StringColumn.create(name)));
        LANGUAGES.forEach(language -> columns.add(StringColumn.create(language)));
        var rows = new Rows(snapshot, columns);
        for (var scope : LanguageScope.values()) {
            everyScope().forEach(property -> rows.count(scope, property));
        }
        monolingual().forEach(property -> rows.count(LanguageScope.MONO, property));
        rows.taskTags();
        rows.authorsAndDownloads();
        rows.overlap();
        return Table.create("cjk-hub-counts", columns.toArray(StringColumn[]::new));
    }

    private static List<Property> everyScope() {
        var properties = new ArrayList<Property>();
        properties.add(new Property("datasets", "all", dataset -> true));
        for (var group : LicenceGroup.values()) {
            properties.add(new Property("licence", group.word(), dataset -> licence(dataset) == group));
        }
        properties.add(new Property("arxiv", "linked", HubCatalogue::linked));
        return properties;
    }

    private static LicenceGroup licence(HubDataset dataset) {
        return LicenceGroup.of(dataset.tags().values("license"));
    }

    private static boolean linked(HubDataset dataset) {
        return !dataset.tags().values("arxiv").isEmpty();
    }

    private List<Property> monolingual() {
        var properties = new ArrayList<Property>();
        properties.add(new Property(
                "datasets", "without task tag", d -> d.tags().values(TASKS).isEmpty()));
        properties.add(new Property(
                "datasets", "without description", d -> d.description().isBlank()));
        SIZE_WORDS.forEach(size -> properties.add(new Property("size", size, d -> size(d).equals(size))));
        years(EARLIEST_YEAR)
                .forEach(year -> properties.add(new Property(
                        "created", Integer.toString(year), d -> Math.max(EARLIEST_YEAR, d.year()) == year)));
        years(EARLIEST_BUCKET)
                .forEach(year -> properties.add(new Property(
                        "instruction keyword",
                        bucket(year),
                        d -> bucket(d.year()).equals(bucket(year)) && d.mentions(Keywords.INSTRUCTION))));
        properties.add(new Property("marked", "subculture keyword", d -> d.mentions(Keywords.SUBCULTURE)));
        properties.add(new Property("marked", "placebo keyword", d -> d.mentions(Keywords.PLACEBO)));
        properties.add(
                new Property("marked", "adult-content tag", d -> d.tags().free().contains("not-for-all-audiences")));
        return properties;
    }

    /** The largest of a dataset's size tags. */
    private static String size(HubDataset dataset) {
        var sizes = dataset.tags().values("size_categories").stream()
                .map(SIZES::indexOf)
                .map(index -> index < 0 ? SIZES.size() : index)
                .max(Integer::compare);
        return SIZE_WORDS.get(sizes.orElse(SIZES.size() + 1));
    }

    private List<Integer> years(int first) {
        var last = datasets.values().stream()
                .flatMap(Collection::stream)
                .mapToInt(HubDataset::year)
                .max()
                .orElse(first);
        return IntStream.rangeClosed(first, Math.max(first, last)).boxed().toList();
    }

    private static String bucket(int year) {
        return year <= EARLIEST_BUCKET ? "to " + EARLIEST_BUCKET : Integer.toString(year);
    }

    /** The rows of the table of counts, as they grow. */
    private final class Rows {

        private final String snapshot;
        private final List<StringColumn> columns;

        Rows(String snapshot, List<StringColumn> columns) {
            this.snapshot = snapshot;
            this.columns = columns;
        }

        private void add(String scope, String dimension, String category, Function<String, String> value) {
            var cells = new ArrayList<>(List.of(snapshot, scope, dimension, category));
            LANGUAGES.forEach(language -> cells.add(value.apply(language)));
            IntStream.range(0, cells.size()).forEach(i -> columns.get(i).append(cells.get(i)));
        }

        private void mono(String dimension, String category, Function<List<HubDataset>, String> value) {
            add(
                    LanguageScope.MONO.word(),
                    dimension,
                    category,
                    language -> value.apply(of(language, LanguageScope.MONO)));
        }

        void count(LanguageScope scope, Property property) {
            add(
                    scope.word(),
                    property.dimension,
                    property.category,
                    language -> Long.toString(
                            of(language, scope).stream().filter(property.holds).count()));
        }

        void taskTags() {
            for (var group : TaskGroup.values()) {
                mono(
                        "task tag",
                        group.word(),
                        mono -> Long.toString(mono.stream()
                                .flatMap(dataset -> dataset.tags().values(TASKS).stream())
                                .filter(task -> TaskGroup.of(task) == group)
                                .count()));
            }
        }

        void authorsAndDownloads() {
            mono("authors", "distinct", mono -> Integer.toString(perAccount(mono).length));
            mono(
                    "authors",
                    "with one dataset",
                    mono -> Long.toString(
                            Arrays.stream(perAccount(mono)).filter(n -> n == 1).count()));
            mono("concentration", "Gini of datasets per author", mono -> share(perAccount(mono), Concentration::gini));
            mono(
                    "concentration",
                    "share of downloads of the top 10",
                    mono -> share(downloads(mono), amounts -> Concentration.topShare(10, amounts)));
            for (var rank : RANKS) {
                mono(
                        "downloads at rank",
                        Integer.toString(rank),
                        mono -> mono.size() < rank ? "" : Long.toString((long) downloads(mono)[mono.size() - rank]));
            }
        }

        private static double[] perAccount(List<HubDataset> mono) {
            return mono.stream()
                    .collect(Collectors.groupingBy(HubDataset::account, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToDouble(n -> n)
                    .toArray();
        }

        private static double[] downloads(List<HubDataset> mono) {
            return mono.stream().mapToDouble(HubDataset::downloads).sorted().toArray();
        }

        /** Empty where there is nothing to be shared. */
        private static String share(double[] amounts, Function<double[], Double> measure) {
            return Arrays.stream(amounts).sum() > 0 ? String.format(Locale.ROOT, "%.3f", measure.apply(amounts)) : "";
        }

        void overlap() {
            for (var other : LANGUAGES) {
                add(
                        "all",
                        "overlap",
                        "also " + other,
                        language -> language.equals(other) ? "" : Long.toString(with(language, Set.of(other))));
            }
            add("all", "overlap", "all three", language -> Long.toString(with(language, Set.copyOf(LANGUAGES))));
        }

        private long with(String language, Set<String> others) {
            return datasets.get(language).stream()
                    .filter(dataset -> languages(dataset).containsAll(others))
                    .count();
        }
    }

    /**
     * Counts of the monolingual datasets by year of creation, group of licence and link to a paper at once.
     *
     * @return one row per language and combination, also where the count is 0
     */
    public Table joint() {
        var names = List.of("language", "year", "licence", "arxiv", "count");
        var columns = names.stream().map(StringColumn::create).toList();
        for (var language : LANGUAGES) {
            for (var year : years(EARLIEST_BUCKET)) {
                for (var group : LicenceGroup.values()) {
                    for (var linked : List.of(false, true)) {
                        var count = of(language, LanguageScope.MONO).stream()
                                .filter(d -> bucket(d.year()).equals(bucket(year)))
                                .filter(d -> licence(d) == group && linked(d) == linked)
                                .count();
                        var cells = List.of(
                                language, bucket(year), group.word(), linked ? "linked" : "not linked", "" + count);
                        IntStream.range(0, cells.size())
                                .forEach(i -> columns.get(i).append(cells.get(i)));
                    }
                }
            }
        }
        return Table.create("cjk-hub-joint", columns.toArray(StringColumn[]::new));
    }

    /**
     * Makes one row of each thing that was counted: the inverse of counting. The names in the column {@code id}, such as {@code
     * zh-0001}, are invented.
     *
     * @param joint a table with a column {@code language} of text and a column {@code count} of whole numbers
     * @return its rows, each as often as it counts, with the column {@code id} in front and without {@code count}
     */
    public static Table expand(Table joint) {
        var id = StringColumn.create("id");
        var rows = joint.emptyCopy();
        var numbers = new HashMap<String, Integer>();
        for (var row : joint) {
            for (var i = 0; i < row.getInt("count"); i++) {
                var language = row.getString("language");
                id.append("%s-%04d".formatted(language, numbers.merge(language, 1, Integer::sum)));
                rows.append(row);
            }
        }
        rows.removeColumns("count");
        return rows.insertColumn(0, id).setName("catalogue");
    }
}
