package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holm's correction for several claims of one study (Holm, A simple sequentially rejective multiple test procedure, 1979): with
 * twenty claims at 5 %, one is expected to hold by chance alone. Corrected, the chance that <em>any</em> claim holds wrongly is at most
 * 5 %, whatever the claims have to do with each other. It rejects whatever Bonferroni's correction rejects, and more.
 */
public final class Holm {

    private Holm() {}

    /**
     * Corrects p values: the k-th smallest of m becomes the largest of (m − j + 1) · p₍ⱼ₎ over j ≤ k, at most 1.
     *
     * @param pValues one per claim, each 0 to 1
     * @return corrected p values, in the same order; compare with 0.05
     * @throws IllegalArgumentException if a value is not from 0 to 1
     */
    public static double[] adjusted(double... pValues) {
        if (!Arrays.stream(pValues).allMatch(p -> p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p values are from 0 to 1, got " + Arrays.toString(pValues));
        }
        var order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        var adjusted = new double[pValues.length];
        var largest = 0.0;
        for (var k = 0; k < adjusted.length; k++) {
            largest = Math.max(largest, Math.min(1, (adjusted.length - k) * pValues[order.get(k)]));
            adjusted[order.get(k)] = largest;
        }
        return adjusted;
    }

    /**
     * Corrects the p values of named claims.
     *
     * @param pValues claim to p value
     * @return claim to corrected p value, in the same order
     * @throws IllegalArgumentException if a value is not from 0 to 1
     */
    public static Map<String, Double> adjusted(Map<String, Double> pValues) {
        var adjusted = adjusted(pValues.values().stream().mapToDouble(p -> p).toArray());
        var named = new LinkedHashMap<String, Double>();
        pValues.keySet().forEach(claim -> named.put(claim, adjusted[named.size()]));
        return named;
    }
}
