package org.tinybabel.display;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The claims of one notebook and their verdicts.
 *
 * <p>A claim is fixed once it is made: running its cell again is fine, changing its words after the fact is not. A verdict
 * may be given again, since the experiment may be.
 */
final class Claims {

    /** The media type of the verdicts as data. */
    static final String MEDIA_TYPE = "application/vnd.tinybabel.verdicts+json";

    /** The version of that data: since 2 with statements, measures, and the computed criterion and control. */
    static final int VERSION = 2;

    /**
     * What was found about a claim: the measured interval, if it is a matter of numbers; what was computed of it; and a word on it.
     */
    record Finding(
            Optional<Interval> measured,
            Verdict verdict,
            String note,
            Optional<Condition> criterion,
            Optional<ClaimControl> control) {

        /** A finding of the first pattern, whose criterion and control were not computed as conditions. */
        Finding(Optional<Interval> measured, Verdict verdict, String note) {
            this(measured, verdict, note, Optional.empty(), Optional.empty());
        }

        private Optional<Condition> computedControl() {
            return control.filter(Condition.class::isInstance).map(Condition.class::cast);
        }
    }

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Prediction> predictions = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    synchronized void add(Claim claim) {
        var known = claims.putIfAbsent(claim.id(), claim);
        if (known != null && !known.equals(claim)) {
            throw new IllegalStateException("claim " + claim.id() + " was already made as \"" + known.text()
                    + "\" (criterion: " + known.criterion() + "); a claim stays as it was before the data. "
                    + "Give the new claim another id, or restart the kernel to begin anew.");
        }
    }

    synchronized void find(String id, Finding finding) {
        known(id, "before its verdict");
        findings.put(id, finding);
    }

    /**
     * Judges a claim by what was computed: the criterion about the measured interval, and the control.
     *
     * @throws IllegalArgumentException if the criterion is about other intervals, or one leaves the range of the claim's measure
     */
    synchronized Verdict judge(String id, Interval measured, Condition criterion, ClaimControl control) {
        var claim = known(id, "before its verdict");
        if (!criterion.isAbout(measured)) {
            throw new IllegalArgumentException("the criterion of " + id + " is about "
                    + criterion.parts().stream()
                            .map(part -> part.measured().spelled())
                            .toList()
                    + ", and not about the measured " + measured.spelled());
        }
        var controls = control instanceof Condition condition ? condition.parts() : List.<Condition.Part>of();
        claim.measure().ifPresent(measure -> {
            measure.check(measured);
            controls.forEach(part -> measure.check(part.measured()));
        });
        var verdict = Verdict.of(
                claim.statement().isOurs(),
                criterion.outcome(),
                control instanceof Condition condition ? Optional.of(condition.outcome()) : Optional.empty());
        findings.put(id, new Finding(Optional.of(measured), verdict, "", Optional.of(criterion), Optional.of(control)));
        return verdict;
    }

    private Claim known(String id, String when) {
        if (!claims.containsKey(id)) {
            throw new IllegalArgumentException("no claim " + id + " was made; "
                    + (claims.isEmpty() ? "there are none yet" : "there are: " + String.join(", ", claims.keySet()))
                    + ". Make it with claim(\"" + id + "\", text, criterion) " + when + ".");
        }
        return claims.get(id);
    }

    /** Notes that the reader was asked for a prediction. */
    synchronized void ask(String id) {
        known(id, "before it is predicted");
        asked.add(id);
    }

    /** The claim that the reader is asked about. */
    synchronized Claim claim(String id) {
        return known(id, "before it is predicted");
    }

    /** Every claim's id, in order. */
    synchronized List<String> ids() {
        return List.copyOf(claims.keySet());
    }

    /** Whether a prediction still comes before the data. */
    synchronized boolean isOpen(String id) {
        return !findings.containsKey(id);
    }

    /**
     * Takes a prediction, if there is no verdict yet: from then on, it stays as it was.
     *
     * @return what became of it, in words
     */
    synchronized String predict(String id, Prediction prediction) {
        ask(id);
        if (isOpen(id)) {
            predictions.put(id, prediction);
        }
        return standing(id);
    }

    /** What the reader has predicted of a claim. */
    synchronized Optional<Prediction> prediction(Claim claim) {
        return Optional.ofNullable(predictions.get(claim.id()));
    }

    /** What the reader has predicted of a claim, in words. */
    synchronized String standing(String id) {
        var made = Optional.ofNullable(predictions.get(id));
        var words = made.map(p -> "you predict: " + p.words() + ", " + p.confidence() + " % sure")
                .orElse("no prediction yet");
        return isOpen(id)
                ? id + ": " + words + "."
                : id + ": its verdict is there, so "
                        + (made.isPresent() ? "this stays as it was (" + words + ")" : "it is too late to predict it")
                        + ". Restart the kernel to begin anew.";
    }

    /** The claims alone, as they stand before the data. */
    synchronized MimeBundle renderClaims() {
        return measured() ? renderMeasures() : renderCriteria();
    }

    /** Whether the claims say what they measure, as those of the second pattern do. */
    private boolean measured() {
        return claims.values().stream().anyMatch(claim -> claim.measure().isPresent());
    }

    private MimeBundle renderMeasures() {
        var rows = claims.values().stream()
                .map(claim -> List.of(
                        claim.id(),
                        claim.statement().spelled(),
                        claim.measure().map(Measure::spelled).orElse("–"),
                        claim.criterion(),
                        dash(claim.control())))
                .toList();
        return WordTable.render(
                "Claims", List.of("Id", "Claim", "Toy measure", "Criterion", "Control: no evidence if"), rows);
    }

    private MimeBundle renderCriteria() {
        var rows = claims.values().stream()
                .map(c -> List.of(c.id(), c.text(), c.criterion(), dash(c.control())))
                .toList();
        return WordTable.render("Claims", List.of("Id", "Claim", "Reproduced if", "Control"), rows);
    }

    /** The claims with what was predicted and what was found, and the same as data. */
    synchronized MimeBundle renderVerdicts() {
        var predicted = !asked.isEmpty();
        var heads = new ArrayList<>(List.of("Id", "Claim", measured() ? "Criterion" : "Reproduced if"));
        heads.addAll(predicted ? List.of("You predicted", "Measured") : List.of("Measured"));
        heads.addAll(measured() ? List.of("Control", "Verdict") : List.of("Verdict"));
        var rows = claims.values().stream().map(claim -> row(claim, predicted)).toList();
        var table = WordTable.render("Verdicts", heads, rows);
        return (predicted ? WordTable.below(table, calibration().words()) : table).with(MEDIA_TYPE, data());
    }

    private List<String> row(Claim claim, boolean predicted) {
        var finding = Optional.ofNullable(findings.get(claim.id()));
        var measured = finding.flatMap(Finding::measured).map(Interval::spelled).orElse("–");
        var note = finding.map(Finding::note)
                .filter(n -> !n.isBlank())
                .map(n -> "; " + n)
                .orElse("");
        var verdict = finding.map(Finding::verdict)
                .map(v -> v.sign() + " " + v.words())
                .orElse("no verdict yet");
        var row = new ArrayList<>(List.of(claim.id(), claim.statement().spelled(), claim.criterion()));
        if (predicted) {
            row.add(prediction(claim.id()));
        }
        row.add(measured);
        if (measured()) {
            row.add(finding.flatMap(Finding::control).map(Claims::spell).orElse("–"));
        }
        row.add(verdict + note);
        return row;
    }

    /** That a control fails is good news, so it is said in other words. */
    private static String spell(Condition.Part part) {
        return part.measured().spelled() + " " + part.bound() + ": "
                + switch (part.outcome()) {
                    case HOLDS -> "the same";
                    case FAILS -> "not the same";
                    case UNDECIDED -> "undecided";
                };
    }

    private static String spell(ClaimControl control) {
        return control instanceof Condition condition
                ? condition.parts().stream().map(Claims::spell).collect(Collectors.joining("; "))
                : "none: " + ((NoControl) control).why();
    }

    private String prediction(String id) {
        return Optional.ofNullable(predictions.get(id))
                .map(p -> p.words() + ", " + p.confidence() + " % sure"
                        + right(id).map(yes -> yes ? ": right" : ": wrong").orElse(""))
                .orElse("–");
    }

    private Optional<Boolean> right(String id) {
        return Optional.ofNullable(predictions.get(id))
                .flatMap(p -> Optional.ofNullable(findings.get(id)).flatMap(p::right));
    }

    private Calibration calibration() {
        return Calibration.of(claims.keySet().stream()
                .flatMap(id -> right(id).stream()
                        .map(right -> new Calibration.Judged(predictions.get(id).confidence(), right)))
                .toList());
    }

    private static String dash(String text) {
        return text.isBlank() ? "–" : text;
    }

    private Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("version", VERSION);
        data.put("verdicts", claims.values().stream().map(this::data).toList());
        if (!predictions.isEmpty()) {
            data.put("calibration", calibration().data());
        }
        return data;
    }

    private Map<String, Object> data(Claim claim) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", claim.id());
        entry.put("claim", claim.text());
        statement(entry, claim);
        entry.put("criterion", claim.criterion());
        if (!claim.control().isBlank()) {
            entry.put("control", claim.control());
        }
        var finding = Optional.ofNullable(findings.get(claim.id()));
        finding.flatMap(Finding::measured).ifPresent(interval -> numbers(entry, interval));
        finding.flatMap(Finding::criterion).ifPresent(criterion -> entry.put("computed_criterion", data(criterion)));
        finding.flatMap(Finding::computedControl).ifPresent(control -> entry.put("computed_control", data(control)));
        finding.flatMap(Finding::control)
                .filter(NoControl.class::isInstance)
                .ifPresent(none -> entry.put("no_control", ((NoControl) none).why()));
        finding.map(Finding::note).filter(n -> !n.isBlank()).ifPresent(n -> entry.put("note", n));
        finding.map(Finding::verdict).ifPresent(v -> entry.put("verdict", v.words()));
        Optional.ofNullable(predictions.get(claim.id())).ifPresent(p -> entry.put("prediction", data(claim.id(), p)));
        return entry;
    }

    private static void statement(Map<String, Object> entry, Claim claim) {
        var statement = claim.statement();
        if (statement.author() != Statement.Author.UNSAID) {
            entry.put("author", statement.author().name().toLowerCase(Locale.ROOT));
        }
        if (statement.author() == Statement.Author.PAPER) {
            entry.put("section", statement.section());
            entry.put("number", statement.number());
        }
        claim.measure().ifPresent(measure -> {
            entry.put("measure", measure.name());
            entry.put("unit", measure.unit());
            number(entry, "least", measure.least());
            number(entry, "most", measure.most());
        });
    }

    private static void numbers(Map<String, Object> entry, Interval interval) {
        number(entry, "mean", interval.mean());
        number(entry, "low", interval.low());
        number(entry, "high", interval.high());
    }

    private static Map<String, Object> data(Condition condition) {
        var data = new LinkedHashMap<String, Object>();
        data.put("outcome", condition.outcome().words());
        data.put(
                "parts",
                condition.parts().stream()
                        .map(part -> {
                            var entry = new LinkedHashMap<String, Object>();
                            numbers(entry, part.measured());
                            entry.put("seeds", part.measured().sample().size());
                            entry.put("method", part.measured().sample().method());
                            entry.put("bound", part.bound());
                            entry.put("outcome", part.outcome().words());
                            return entry;
                        })
                        .toList());
        return data;
    }

    private Map<String, Object> data(String id, Prediction prediction) {
        var data = new LinkedHashMap<String, Object>();
        if (prediction instanceof Prediction.Range range) {
            data.put("low", range.low());
            data.put("high", range.high());
        } else {
            data.put("outcome", prediction.words());
        }
        data.put("confidence", prediction.confidence());
        right(id).ifPresent(right -> data.put("right", right));
        return data;
    }

    /** JSON knows no infinity and no NaN: such a number is left out. */
    private static void number(Map<String, Object> entry, String name, double value) {
        if (Double.isFinite(value)) {
            entry.put(name, value);
        }
    }
}
