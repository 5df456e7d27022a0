package org.tinybabel.lab.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.tinybabel.display.Interval;

/**
 * The odds ratio of tables {{a, b}, {c, d}}: how many times the odds a : b are the odds c : d. With several tables, one for each
 * stratum of a third property, it is the ratio that all strata share, so that the third property cannot be the reason for it.
 */
public final class OddsRatio {

    private OddsRatio() {}

    /**
     * The odds ratio of Mantel and Haenszel, θ = Σ aₖdₖ/nₖ / Σ bₖcₖ/nₖ (Statistical aspects of the analysis of data from
     * retrospective studies, 1959), with the 95 % interval θ · exp(±1.96 s) of Robins, Breslow and Greenland (1986). With one stratum
     * it is ad / bc, and the interval is Woolf's.
     *
     * @param strata tables {{a, b}, {c, d}} of counts, 0 or more; those without any count are left out
     * @return the common odds ratio, more than 0, and its interval
     * @throws IllegalArgumentException if a table is not 2 × 2, a count is negative, or one of the two sums is 0, so that the ratio
     *     is 0, infinite or unknown
     */
    public static Interval mantelHaenszel(long[][]... strata) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        for (var table : strata) {
            check(table);
            double n = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
            if (n == 0) {
                continue;
            }
            var agree = (double) table[0][0] * table[1][1] / n;
            var differ = (double) table[0][1] * table[1][0] / n;
            var p = (table[0][0] + table[1][1]) / n;
            r += agree;
            s += differ;
            pr += p * agree;
            mixed += p * differ + (1 - p) * agree;
            qs += (1 - p) * differ;
        }
        if (r == 0 || s == 0) {
            throw new IllegalArgumentException(
                    "the odds ratio is not a positive number for " + Arrays.deepToString(strata));
        }
        var deviation = Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
        var factor = Math.exp(new NormalDistribution().inverseCumulativeProbability(0.975) * deviation);
        return new Interval(r / s, r / s / factor, r / s * factor);
    }

    private static void check(long[][] table) {
        if (table.length != 2 || Arrays.stream(table).anyMatch(row -> row.length != 2 || row[0] < 0 || row[1] < 0)) {
            throw new IllegalArgumentException(
                    "a stratum is a table of 2 × 2 counts of 0 or more, got " + Arrays.deepToString(table));
        }
    }
}
