package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the reader what they expect of a claim. Where the front end has widgets, there is a list to choose from; elsewhere the
 * reader is told what to write.
 */
final class PredictionForm {

    private static final String UNDECIDED = "not yet";
    private static final int EXAMPLE = 80;

    private static final Map<String, Optional<Prediction>> CHOICES = choices();

    private static Map<String, Optional<Prediction>> choices() {
        var choices = new LinkedHashMap<String, Optional<Prediction>>();
        choices.put(UNDECIDED, Optional.empty());
        for (var outcome : List.of(Prediction.Outcome.HOLDS, Prediction.Outcome.FAILS)) {
            add(choices, outcome, 95, 80, 65, 50);
        }
        for (var verdict : List.of(Verdict.CONTROL_DOES_THE_SAME, Verdict.UNDECIDED)) {
            add(choices, verdict.words(), 80, 50);
        }
        return choices;
    }

    private static void add(Map<String, Optional<Prediction>> choices, String outcome, int... confidences) {
        for (var confidence : confidences) {
            choices.put(
                    outcome + ", " + confidence + " % sure",
                    Optional.of(Prediction.Outcome.of("", outcome, confidence)));
        }
    }

    private final Claims claims;

    PredictionForm(Claims claims) {
        this.claims = claims;
    }

    void show(List<String> ids) {
        ids.forEach(claims::ask);
        if (Widgets.here().isPresent()) {
            ids.forEach(this::showChoice);
        } else {
            Hosts.current().display(still(ids), "");
        }
    }

    private void showChoice(String id) {
        if (!claims.isOpen(id)) {
            Hosts.current().display(MimeBundle.text(claims.standing(id)), "");
            return;
        }
        var choices = List.copyOf(CHOICES.keySet());
        Knob.show(asked(id), new KnobKind.OneOf<>(choices, Optional.of(KnobKind.Advice.NONE)), standing(id))
                .onChange(choice ->
                        CHOICES.get(choice).ifPresent(outcome -> System.out.println(claims.predict(id, outcome))));
    }

    /** What was chosen before, if it is in the list. */
    private String standing(String id) {
        var made = claims.prediction(claims.claim(id));
        return CHOICES.entrySet().stream()
                .filter(choice -> made.isPresent() && choice.getValue().equals(made))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNDECIDED);
    }

    private String asked(String id) {
        return id + ": " + claims.claim(id).text();
    }

    private static String example(String id) {
        return "predict(\"" + id + "\", \"" + Prediction.Outcome.HOLDS + "\", " + EXAMPLE + ");";
    }

    private MimeBundle still(List<String> ids) {
        var code = ids.stream().map(PredictionForm::example).collect(Collectors.joining("\n"));
        var advice = "Holds or fails, and how sure are you, from 50 to 100 %? Write your predictions into the cell:";
        var html = ids.stream()
                .map(id -> "<li><b>" + Html.text(id) + "</b>: "
                        + Html.text(claims.claim(id).text()) + "</li>")
                .collect(Collectors.joining(
                        "", "<div><ul>", "</ul>" + advice + "<pre>" + Html.escape(code) + "</pre></div>"));
        var text = ids.stream().map(this::asked).collect(Collectors.joining("\n", "", "\n" + advice + "\n" + code));
        return MimeBundle.html(html, text);
    }
}
