package org.tinybabel.kernel.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant who wrote another. */
final class Typos {

    private static final int MOST = 3;

    private Typos() {}

    /** At most three names that are near, the nearest first; none if all are farther off than a slip of the finger. */
    static List<String> near(String written, Collection<String> names) {
        var candidates = names.stream()
                .distinct()
                .filter(name -> !name.equals(written) && distance(written, name) <= most(written, name))
                .sorted(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(name -> !startAlike(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return candidates.stream()
                .filter(name -> distance(written, name) <= distance(written, candidates.get(0)) + 1)
                .limit(MOST)
                .toList();
    }

    /** One slip for each three letters; between names of two letters everything is near. */
    private static int most(String written, String name) {
        var length = Math.min(written.length(), name.length());
        return length >= 3 ? Math.min(3, length / 3) : length == 2 && startAlike(written, name) ? 1 : 0;
    }

    private static boolean startAlike(String a, String b) {
        return a.regionMatches(true, 0, b, 0, 1);
    }

    /** The fewest letters to change, insert, leave out or swap with the next; another case is no change. */
    static int distance(String a, String b) {
        var x = a.toLowerCase(Locale.ROOT);
        var y = b.toLowerCase(Locale.ROOT);
        var steps = new int[x.length() + 1][y.length() + 1];
        for (var i = 0; i <= x.length(); i++) {
            for (var j = 0; j <= y.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                var change = x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1;
                var least = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1)) {
                    least = Math.min(least, steps[i - 2][j - 2] + 1);
                }
                steps[i][j] = least;
            }
        }
        return steps[x.length()][y.length()];
    }
}
