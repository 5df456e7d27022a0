package org.tinybabel.lab.metrics;

/** Whether vectors of one group, such as languages of one family, are more alike than vectors of different groups. */
public final class GroupSimilarity {

    private GroupSimilarity() {}

    /**
     * The mean cosine of pairs within groups minus that of pairs across groups, over all unordered pairs of different rows. A group of one
     * row has pairs across only. Pairs share rows, so judge the number by permuting the groups
     * ({@code PermutationNull}), not by a t test over pairs.
     *
     * @param rows n vectors, {@code [n][d]}
     * @param groups each row's group
     * @return −2 to 2; 0 is what groups drawn by lot have on average
     * @throws IllegalArgumentException if the numbers of rows and groups differ, a row is zero, or there is no pair within a group or none
     *     across
     */
    public static double gap(double[][] rows, int[] groups) {
        if (rows.length != groups.length) {
            throw new IllegalArgumentException(
                    "expected a group for each row, got " + groups.length + " for " + rows.length + " rows");
        }
        var cosines = NearestNeighbours.cosines(rows, rows);
        var sums = new double[2];
        var pairs = new int[2];
        for (var i = 0; i < rows.length; i++) {
            for (var j = i + 1; j < rows.length; j++) {
                var where = groups[i] == groups[j] ? 0 : 1;
                sums[where] += cosines[i][j];
                pairs[where]++;
            }
        }
        if (pairs[0] == 0 || pairs[1] == 0) {
            throw new IllegalArgumentException("expected pairs within groups and pairs across them, got " + pairs[0]
                    + " within and " + pairs[1] + " across");
        }
        return sums[0] / pairs[0] - sums[1] / pairs[1];
    }
}
