package org.tinybabel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of one notebook and their verdicts.
 *
 * <p>A claim is fixed once it is made: running its cell again is fine, changing its words after the fact is not. A verdict
 * may be given again, since the experiment may be.
 */
final class Claims {

    /** The media type of the verdicts as data. */
    static final String MEDIA_TYPE = "application/vnd.tinybabel.verdicts+json";

    /** What was found about a claim: the measured interval, if it is a matter of numbers, and a word on it. */
    record Finding(Optional<Interval> measured, Verdict verdict, String note) {}

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    synchronized void add(Claim claim) {
        var known = claims.putIfAbsent(claim.id(), claim);
        if (known != null && !known.equals(claim)) {
            throw new IllegalStateException("claim " + claim.id() + " was already made as \"" + known.text()
                    + "\" (criterion: " + known.criterion() + "); a claim stays as it was before the data. "
                    + "Give the new claim another id, or restart the kernel to begin anew.");
        }
    }

    synchronized void find(String id, Finding finding) {
        if (!claims.containsKey(id)) {
            throw new IllegalArgumentException("no claim " + id + " was made; "
                    + (claims.isEmpty() ? "there are none yet" : "there are: " + String.join(", ", claims.keySet()))
                    + ". Make it with claim(\"" + id + "\", text, criterion) before its verdict.");
        }
        findings.put(id, finding);
    }

    /** The claims alone, as they stand before the data. */
    synchronized MimeBundle renderClaims() {
        var rows = claims.values().stream()
                .map(c -> List.of(c.id(), c.text(), c.criterion(), dash(c.control())))
                .toList();
        return WordTable.render("Claims", List.of("Id", "Claim", "Reproduced if", "Control"), rows);
    }

    /** The claims with what was found, and the same as data. */
    synchronized MimeBundle renderVerdicts() {
        var rows = claims.values().stream().map(this::row).toList();
        return WordTable.render("Verdicts", List.of("Id", "Claim", "Reproduced if", "Measured", "Verdict"), rows)
                .with(MEDIA_TYPE, data());
    }

    private List<String> row(Claim claim) {
        var finding = Optional.ofNullable(findings.get(claim.id()));
        var measured = finding.flatMap(Finding::measured).map(Claims::spell).orElse("–");
        var note = finding.map(Finding::note)
                .filter(n -> !n.isBlank())
                .map(n -> "; " + n)
                .orElse("");
        var verdict = finding.map(Finding::verdict)
                .map(v -> v.sign() + " " + v.words())
                .orElse("no verdict yet");
        return List.of(claim.id(), claim.text(), claim.criterion(), measured, verdict + note);
    }

    /** A single number is an interval without width. */
    private static String spell(Interval interval) {
        return interval.low() == interval.high() ? Numbers.format(interval.mean()) : interval.toString();
    }

    private static String dash(String text) {
        return text.isBlank() ? "–" : text;
    }

    private Map<String, Object> data() {
        var list = new ArrayList<Map<String, Object>>();
        for (var claim : claims.values()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("id", claim.id());
            entry.put("claim", claim.text());
            entry.put("criterion", claim.criterion());
            if (!claim.control().isBlank()) {
                entry.put("control", claim.control());
            }
            var finding = Optional.ofNullable(findings.get(claim.id()));
            finding.flatMap(Finding::measured).ifPresent(interval -> {
                number(entry, "mean", interval.mean());
                number(entry, "low", interval.low());
                number(entry, "high", interval.high());
            });
            finding.map(Finding::note).filter(n -> !n.isBlank()).ifPresent(n -> entry.put("note", n));
            finding.map(Finding::verdict).ifPresent(v -> entry.put("verdict", v.words()));
            list.add(entry);
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("version", 1);
        data.put("verdicts", list);
        return data;
    }

    /** JSON knows no infinity and no NaN: such a number is left out. */
    private static void number(Map<String, Object> entry, String name, double value) {
        if (Double.isFinite(value)) {
            entry.put(name, value);
        }
    }
}
