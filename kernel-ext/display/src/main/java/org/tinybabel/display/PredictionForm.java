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
        for (var holds : new boolean[] {true, false}) {
            for (var confidence : new int[] {95, 80, 65, 50}) {
                var outcome = new Prediction.Outcome(holds, confidence);
                choices.put(outcome.words() + ", " + confidence + " % sure", Optional.of(outcome));
            }
        }
        return choices;
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
        Hosts.current().display(question(id), "");
        if (claims.isOpen(id)) {
            var advice = new KnobKind.Advice("", "Without a list to choose from, write ", example(id));
            Knob.show(id, new KnobKind.OneOf<>(List.copyOf(CHOICES.keySet()), Optional.of(advice)), UNDECIDED)
                    .onChange(choice ->
                            CHOICES.get(choice).ifPresent(outcome -> System.out.println(claims.predict(id, outcome))));
        }
    }

    private static String example(String id) {
        return "predict(\"" + id + "\", \"" + Prediction.Outcome.HOLDS + "\", " + EXAMPLE + ");";
    }

    private MimeBundle question(String id) {
        var text = id + ": " + claims.claim(id).text() + " Criterion: "
                + claims.claim(id).criterion() + ". " + claims.standing(id);
        return MimeBundle.html(
                "<div><b>" + Html.text(id) + "</b>: "
                        + Html.text(claims.claim(id).text()) + "<br><small>Criterion: "
                        + Html.text(claims.claim(id).criterion()) + ". " + Html.text(claims.standing(id))
                        + "</small></div>",
                text);
    }

    private MimeBundle still(List<String> ids) {
        var code = ids.stream().map(PredictionForm::example).collect(Collectors.joining("\n"));
        var advice = "Holds or fails, and how sure are you, from 50 to 100 %? Write your predictions into the cell:";
        var html = ids.stream()
                .map(id -> "<li><b>" + Html.text(id) + "</b>: "
                        + Html.text(claims.claim(id).text()) + "</li>")
                .collect(Collectors.joining(
                        "", "<div><ul>", "</ul>" + advice + "<pre>" + Html.escape(code) + "</pre></div>"));
        var text = ids.stream()
                .map(id -> id + ": " + claims.claim(id).text())
                .collect(Collectors.joining("\n", "", "\n" + advice + "\n" + code));
        return MimeBundle.html(html, text);
    }
}
