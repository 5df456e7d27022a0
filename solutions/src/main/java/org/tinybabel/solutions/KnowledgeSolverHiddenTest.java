package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.KnowledgeSolver;
import org.tinybabel.exercises.KnowledgeSolver.Control;
import org.tinybabel.exercises.KnowledgeSolver.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.graphs.CountryGraph;
import org.tinybabel.lab.graphs.KnowledgeGraph;
import org.tinybabel.lab.graphs.QuestionSampler;
import org.tinybabel.lab.graphs.QuestionSampler.Distractors;

/** The cases where typical answers to paper 26 go wrong. */
@TestsOf(KnowledgeSolver.class)
public final class KnowledgeSolverHiddenTest {

    private static final KnowledgeGraph GRAPH = CountryGraph.on(LocalDate.of(2024, 12, 1));
    private static final int[][] FACTS = GRAPH.triples().stream()
            .map(t -> new int[] {t.head(), t.relation(), t.tail()})
            .toArray(int[][]::new);

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
    @DisplayName("the share of random walks in random graphs")
    @Rejects({
        "c-all-walks",
        "c-passes-options",
        "c-ignores-undirected",
        "c-mean-of-questions",
        "c-seed-for-each-question"
    })
    void theShareOfArrivals(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var i = 0; i < 20; i++) {
            var edges = graph(random);
            var questions = new int[12][];
            Arrays.setAll(questions, q -> sixOfTen(random));
            var draws = random.nextLong();
            for (var undirected : new boolean[] {true, false}) {
                Answers.assertClose(
                        "the leakage, undirected " + undirected,
                        student.leakage(edges, questions, undirected, 1 + i % 4, draws),
                        leakage(edges, questions, undirected, 1 + i % 4, draws),
                        1e-12);
            }
        }
    }

    private static int[] sixOfTen(RandomGenerator random) {
        return random.ints(0, 10).distinct().limit(6).toArray();
    }

    private static double leakage(int[][] edges, int[][] questions, boolean undirected, int walks, long seed) {
        var random = new Random(seed);
        var arrived = 0;
        var right = 0;
        for (var question : questions) {
            var options = Arrays.stream(question).skip(1).boxed().toList();
            for (var walk = 0; walk < walks; walk++) {
                var path = new ArrayList<>(List.of(question[0]));
                var here = question[0];
                while (path.size() <= 5 && !options.contains(here)) {
                    var next = new TreeSet<Integer>();
                    for (var edge : edges) {
                        if (edge[0] == here) {
                            next.add(edge[2]);
                        }
                        if (undirected && edge[2] == here) {
                            next.add(edge[0]);
                        }
                    }
                    next.removeAll(path);
                    if (next.isEmpty()) {
                        break;
                    }
                    here = List.copyOf(next).get(random.nextInt(next.size()));
                    path.add(here);
                }
                arrived += options.contains(here) ? 1 : 0;
                right += here == question[1] ? 1 : 0;
            }
        }
        return right / (double) arrived;
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("what options of one type give away, in the graph of the walk-through")
    @Rejects({"c-all-walks", "c-ignores-undirected"})
    void sameTypeLeaks(KnowledgeSolver student) {
        var expected = new double[] {0.911, 0.928, 0.959};
        for (var hops = 1; hops <= 3; hops++) {
            var questions = questions(Distractors.SAME_TYPE, hops);
            Answers.assertClose(
                    hops + " hops, both ways",
                    student.leakage(FACTS, questions, true, 20, 1),
                    expected[hops - 1],
                    0.05);
            Answers.assertClose(hops + " hops, forwards", student.leakage(FACTS, questions, false, 20, 1), 1, 0);
        }
    }

    @Test
    @Question("c")
    @DisplayName("what mixed options give away, in the graph of the walk-through")
    @Rejects({"c-all-walks", "c-passes-options"})
    void mixedOptionsLeakLittle(KnowledgeSolver student) {
        var expected = new double[] {0.398, 0.299, 0.101};
        for (var hops = 1; hops <= 3; hops++) {
            var questions = questions(Distractors.MIXED, hops);
            Answers.assertClose(
                    hops + " hops, both ways",
                    student.leakage(FACTS, questions, true, 20, 1),
                    expected[hops - 1],
                    0.05);
        }
    }

    private static int[][] questions(Distractors kind, int hops) {
        var sampler = new QuestionSampler(GRAPH, kind, 7);
        var starts = Stream.of("country", "zone")
                .limit(hops == 1 ? 1 : 2)
                .flatMap(type -> GRAPH.ofType(type).stream())
                .toList();
        return Stream.generate(() -> sampler.draw(starts, hops))
                .limit(300)
                .map(q -> IntStream.concat(
                                IntStream.of(q.start(), q.answer()),
                                q.options().stream().mapToInt(e -> e).filter(e -> e != q.answer()))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Test
    @Question("c")
    @DisplayName("nothing to divide by, and bad input")
    @Rejects("c-no-validation")
    void refusesBadSets(KnowledgeSolver student) {
        var edges = new int[][] {{0, 0, 1}, {1, 0, 2}};
        var good = new int[][] {{0, 2, 3, 4, 5, 6}};
        Answers.assertClose("one walk", student.leakage(edges, good, false, 1, 1), 1, 0);
        assertThatIllegalArgumentException().as("no walks").isThrownBy(() -> student.leakage(edges, good, false, 0, 1));
        assertThatIllegalArgumentException()
                .as("an edge without a tail")
                .isThrownBy(() -> student.leakage(new int[][] {{0, 0, 1}, {1, 0, 2}, {3, 0}}, good, false, 1, 1));
        for (var bad : new int[][] {
            {0, 3, 4, 5, 6, 7}, {0, 2, 3, 4, 5}, {0, 2, 3, 4, 5, 5}, {0, 0, 2, 3, 4, 5}, {9, 2, 3, 4, 5, 6},
        }) {
            assertThatIllegalArgumentException()
                    .as("the question " + Arrays.toString(bad))
                    .isThrownBy(() -> student.leakage(edges, new int[][] {bad}, false, 1, 1));
        }
    }

    @Test
    @Question("d")
    @DisplayName("the reading of the intervals")
    @Rejects({"d-graph-too-hard", "d-open"})
    void theIntervalsAreRead(KnowledgeSolver student) {
        assertThat(student.reading()).isEqualTo(Reading.LENGTH_NOT_LEARNED);
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-false-facts", "e-no-graph"})
    void theControlTellsTheReasonsApart(KnowledgeSolver student) {
        assertThat(student.control()).isEqualTo(Control.WRONG_WORDS);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-unequal-conditions"})
    void theFlawIsNamed(KnowledgeSolver student) {
        assertThat(student.flaw()).isEqualTo(Flaw.MISSING_CONTROL);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("options in random graphs: what lies beside the answer comes first, and every draw is possible")
    @Rejects({"g-same-type", "g-both-ways", "g-forgets-seed"})
    void fairOptionsInRandomGraphs(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var others = 1; others <= 6; others++) {
            var edges = around(others, random);
            var beside = IntStream.range(20, 20 + others).boxed().toList();
            var possible = new TreeSet<>(beside);
            if (others < 4) {
                possible.addAll(List.of(11, 12, 13, 14, 15));
            }
            var drawn = new TreeSet<Integer>();
            for (var draws = 0; draws < 60; draws++) {
                var options = student.fairOptions(edges, 0, 0, draws);
                assertThat(options).as("options").hasSize(5).startsWith(10).doesNotHaveDuplicates();
                var wrong = Arrays.stream(options).skip(1).boxed().toList();
                assertThat(possible).as("what may be a wrong option").containsAll(wrong);
                assertThat(wrong.stream().filter(beside::contains).count())
                        .as("wrong options beside the answer, of " + others)
                        .isEqualTo(Math.min(others, 4));
                drawn.addAll(wrong);
            }
            assertThat(drawn).as("what sixty seeds draw").isEqualTo(possible);
            Answers.assertEqual(
                    "the same seed", student.fairOptions(edges, 0, 0, 5), student.fairOptions(edges, 0, 0, 5));
        }
    }

    /** Edges from 0 to the answer 10 and to 20, 21 and so on; from others to 11 to 15; and edges that mislead. */
    private static int[][] around(int others, RandomGenerator random) {
        var edges = new ArrayList<>(List.of(
                new int[] {0, 0, 10},
                new int[] {0, 2, 10},
                new int[] {0, 1, 0},
                new int[] {1, 0, 10},
                new int[] {2, 0, 0},
                new int[] {3, 1, 0},
                new int[] {3, 1, 30}));
        IntStream.range(0, others).forEach(i -> edges.add(new int[] {0, 1 + i % 3, 20 + i}));
        edges.add(new int[] {0, 4, 20});
        IntStream.rangeClosed(11, 15).forEach(tail -> edges.add(new int[] {4 + tail % 3, 0, tail}));
        Collections.shuffle(edges, new Random(random.nextLong()));
        return edges.toArray(int[][]::new);
    }

    @Test
    @Question("g")
    @DisplayName("questions for which there are no fair options")
    @Rejects("g-no-validation")
    void refusesUnfairQuestions(KnowledgeSolver student) {
        var rest = List.of(
                new int[] {1, 0, 11}, new int[] {2, 0, 12}, new int[] {3, 0, 13}, new int[] {4, 0, 14}, new int[] {
                    5, 1, 21
                });
        for (var bad : List.of(
                new int[][] {{0, 1, 20}},
                new int[][] {{0, 0, 10}, {0, 0, 15}, {0, 1, 20}},
                new int[][] {{0, 0, 0}, {0, 1, 20}},
                new int[][] {{0, 0, 10}},
                new int[][] {{0, 0, 10}, {0, 1, 10}, {0, 1, 0}})) {
            var edges = Stream.concat(Arrays.stream(bad), rest.stream()).toArray(int[][]::new);
            assertThatIllegalArgumentException()
                    .as("the edges at the start are " + Arrays.deepToString(bad))
                    .isThrownBy(() -> student.fairOptions(edges, 0, 0, 1));
        }
        assertThatIllegalArgumentException()
                .as("three wrong options")
                .isThrownBy(() ->
                        student.fairOptions(new int[][] {{0, 0, 10}, {0, 1, 20}, {1, 0, 11}, {2, 0, 12}}, 0, 0, 1));
    }
}
