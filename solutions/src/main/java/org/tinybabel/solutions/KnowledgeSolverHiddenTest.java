package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.KnowledgeSolver;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;

/** The cases where typical answers to paper 26 go wrong. */
@TestsOf(KnowledgeSolver.class)
public final class KnowledgeSolverHiddenTest {

    private static int[][] graph(RandomGenerator random) {
        var edges = new int[14][];
        Arrays.setAll(edges, i -> new int[] {i % 10, random.nextInt(3), (i % 10 + 1 + random.nextInt(9)) % 10});
        return edges;
    }

    @Test
    @Question("a")
    @Points(3)
    @DisplayName("walks in random graphs")
    @Rejects({
        "a-stops-at-start",
        "a-revisits",
        "a-forward-only",
        "a-counts-entities",
        "a-passes-options",
        "a-ignores-seed"
    })
    void walksInRandomGraphs(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var i = 0; i < 60; i++) {
            var edges = graph(random);
            var options = new int[] {random.nextInt(10), i % 3 == 0 ? 0 : 9};
            var steps = 1 + i % 6;
            var draws = random.nextLong();
            Answers.assertEqual(
                    "the walk from 0",
                    student.randomWalk(edges, 0, options, steps, draws),
                    randomWalk(edges, 0, options, steps, draws));
        }
    }

    private static int[] randomWalk(int[][] edges, int start, int[] options, int maxSteps, long seed) {
        if (maxSteps < 1
                || !Arrays.stream(edges).allMatch(edge -> edge.length == 3)
                || Arrays.stream(edges).noneMatch(edge -> edge[0] == start || edge[2] == start)) {
            throw new IllegalArgumentException("bad edges, start or steps");
        }
        var random = new Random(seed);
        var path = new ArrayList<>(List.of(start));
        while (path.size() <= maxSteps) {
            var here = path.get(path.size() - 1);
            var next = new TreeSet<Integer>();
            for (var edge : edges) {
                if (edge[0] == here) {
                    next.add(edge[2]);
                }
                if (edge[2] == here) {
                    next.add(edge[0]);
                }
            }
            next.removeAll(path);
            if (next.isEmpty()) {
                break;
            }
            var chosen = new ArrayList<>(next).get(random.nextInt(next.size()));
            path.add(chosen);
            if (Arrays.stream(options).anyMatch(option -> option == chosen)) {
                break;
            }
        }
        return path.stream().mapToInt(entity -> entity).toArray();
    }

    @Test
    @Question("a")
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadWalks(KnowledgeSolver student) {
        var edges = new int[][] {{0, 0, 1}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.randomWalk(edges, 0, new int[0], 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.randomWalk(edges, 2, new int[0], 3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.randomWalk(new int[][] {{0, 0, 1}, {0, 1}}, 0, new int[0], 3, 1));
    }

    @Test
    @Question("b")
    @Points(4)
    @DisplayName("searches in random graphs")
    @Rejects({
        "b-offers-visited",
        "b-forward-only",
        "b-reverses-facts",
        "b-passes-options",
        "b-last-of-equals",
        "b-same-score-both-ways",
        "b-one-step-more"
    })
    void searchesInRandomGraphs(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var i = 0; i < 60; i++) {
            var edges = graph(random);
            var options = new int[] {random.nextInt(10), i % 3 == 0 ? 0 : 9};
            var steps = 1 + i % 6;
            var scores = random.ints(6, -2, 3).asDoubleStream().toArray();
            Answers.assertEqual(
                    "the facts walked from 0",
                    student.solve(edges, 0, options, scores, steps),
                    solve(edges, 0, options, scores, steps));
        }
    }

    private static int[][] solve(int[][] edges, int start, int[] options, double[] scores, int maxSteps) {
        var r = scores.length / 2;
        if (maxSteps < 1 || Arrays.stream(edges).anyMatch(edge -> edge[1] < 0 || edge[1] >= r)) {
            throw new IllegalArgumentException("bad relations or steps");
        }
        var visited = new HashSet<>(List.of(start));
        var walked = new ArrayList<int[]>();
        var here = start;
        while (walked.size() < maxSteps) {
            int[] best = null;
            var bestScore = 0.0;
            var to = here;
            for (var direction = 0; direction < 2; direction++) {
                for (var edge : edges) {
                    var from = edge[2 * direction];
                    var other = edge[2 - 2 * direction];
                    var score = scores[edge[1] + direction * r];
                    if (from == here && !visited.contains(other) && (best == null || score > bestScore)) {
                        best = edge;
                        bestScore = score;
                        to = other;
                    }
                }
            }
            if (best == null) {
                break;
            }
            walked.add(best.clone());
            visited.add(to);
            here = to;
            var arrived = here;
            if (Arrays.stream(options).anyMatch(option -> option == arrived)) {
                break;
            }
        }
        return walked.toArray(int[][]::new);
    }

    @Test
    @Question("b")
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadSearches(KnowledgeSolver student) {
        var edges = new int[][] {{0, 0, 1}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.solve(edges, 0, new int[0], new double[2], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.solve(new int[][] {{0, 1, 1}}, 0, new int[0], new double[2], 3));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the share of random walks")
    @Rejects({"c-all-walks", "c-mean-of-questions", "c-last-is-answer"})
    void theShareOfArrivals(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var i = 0; i < 20; i++) {
            var walks = new int[12][];
            var questions = new int[12][];
            for (var q = 0; q < 12; q++) {
                walks[q] = random.ints(1 + random.nextInt(9), 0, 9).toArray();
                questions[q] = new int[] {q % 3, 3, 4, 5, 6};
            }
            walks[0] = new int[] {0, 3, 8, 8, 8};
            Answers.assertClose("the leakage", student.leakage(walks, questions), leakage(walks, questions), 1e-12);
        }
    }

    private static double leakage(int[][] walks, int[][] questions) {
        if (walks.length != questions.length) {
            throw new IllegalArgumentException("different numbers of rows");
        }
        var arrived = 0;
        var right = 0;
        for (var i = 0; i < walks.length; i++) {
            for (var end : walks[i]) {
                if (Arrays.stream(questions[i]).anyMatch(option -> option == end)) {
                    arrived++;
                    right += end == questions[i][0] ? 1 : 0;
                }
            }
        }
        if (arrived == 0) {
            throw new IllegalArgumentException("no walk ends at an option");
        }
        return right / (double) arrived;
    }

    @Test
    @Question("c")
    @DisplayName("nothing to divide by, and rows that do not fit")
    @Rejects({"c-nan", "c-no-row-check"})
    void refusesBadSets(KnowledgeSolver student) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.leakage(new int[][] {{7, 8}}, new int[][] {{1, 2}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.leakage(new int[][] {{1}}, new int[][] {{1, 2}, {3, 4}}));
    }

    @Test
    @Question("d")
    @DisplayName("the name of the flaw")
    @Rejects({"d-leak", "d-tuned-on-test", "d-one-lucky-seed", "d-unequal-conditions", "d-dependent-runs"})
    void theFlawIsNamed(KnowledgeSolver student) {
        assertThat(student.flaw()).isEqualTo(Flaw.MISSING_CONTROL);
    }
}
