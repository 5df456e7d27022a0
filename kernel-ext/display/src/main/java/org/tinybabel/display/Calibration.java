package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the confidence of predictions agrees with how often they came true.
 *
 * @param predictions how many were judged
 * @param right how many of them came true
 * @param confidence their mean confidence, from 0 to 1
 * @param brier the mean squared difference between confidence and what came (1 or 0), after Brier (1950), for the event that the
 *     prediction comes true: 0 is best, and 0.25 is what always saying "fifty-fifty" earns
 */
record Calibration(int predictions, int right, double confidence, double brier) {

    /** With fewer predictions, chance decides. */
    private static final int ENOUGH = 20;

    private static final int NOTICEABLE = 5;

    /** A prediction with what came. */
    record Judged(int confidence, boolean right) {

        double error() {
            return confidence / 100.0 - (right ? 1 : 0);
        }
    }

    static Calibration of(List<Judged> judged) {
        return new Calibration(
                judged.size(),
                (int) judged.stream().filter(Judged::right).count(),
                judged.stream().mapToInt(Judged::confidence).average().orElse(0) / 100,
                judged.stream()
                        .mapToDouble(j -> j.error() * j.error())
                        .average()
                        .orElse(0));
    }

    String words() {
        if (predictions == 0) {
            return "Calibration: no prediction was made before the data.";
        }
        var sure = Math.round(100 * confidence);
        var hits = Math.round(100.0 * right / predictions);
        var apart = Math.abs(sure - hits);
        var leaning =
                apart < NOTICEABLE ? "well calibrated" : apart + " points too " + (sure > hits ? "sure" : "modest");
        return "Calibration: " + right + " of " + predictions + " predictions came true (" + hits
                + " %), with a mean confidence of " + sure + " %: " + leaning + ". Brier score "
                + Numbers.format(brier) + " (0 is best, 0.25 is what always saying 50 % earns)."
                + (predictions < ENOUGH ? " With so few predictions, chance has a large part in it." : "");
    }

    Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("predictions", predictions);
        data.put("right", right);
        data.put("confidence", confidence);
        data.put("brier", brier);
        return data;
    }
}
