package org.tinybabel.solutions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.KnowledgeSolver;
import org.tinybabel.exercises.KnowledgeSolver.Control;
import org.tinybabel.exercises.KnowledgeSolver.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;
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

    private static GeneratedInputs inputs(KnowledgeSolver student, Seed seed) {
        return GeneratedInputs.of(student, new KnowledgeSolverSolution.Answers(), seed);
    }

    /** Different entities. Half of the time their order is not that of a hash set, and they are too large for a cache of boxes. */
    private static int[] entities(Random random) {
        return random.nextBoolean() ? IntStream.range(0, 8).toArray() : new int[] {1000, 40, 300, 5, 129, 70000, 17, 2};
    }

    /** Edges between some entities, or a chain of all of them, of which some edges point backwards. */
    private static int[][] edges(Random random, int[] entities) {
        var chain = random.nextInt(3) == 0;
        var edges = new int[chain ? entities.length - 1 : 1 + random.nextInt(9)][];
        Arrays.setAll(edges, i -> {
            var one = entities[chain ? i : random.nextInt(5)];
            var other = entities[chain ? i + 1 : random.nextInt(6)];
            return random.nextInt(4) == 0
                    ? new int[] {other, random.nextInt(3), one}
                    : new int[] {one, random.nextInt(3), other};
        });
        return edges;
    }

    private static int start(Random random, int[][] edges) {
        return edges[random.nextInt(3) > 0 ? 0 : random.nextInt(edges.length)][2 * random.nextInt(2)];
    }

    private static int[] options(Random random, int[] entities) {
        return random.ints(random.nextInt(3), 0, entities.length)
                .map(i -> entities[i])
                .toArray();
    }

    private static GeneratedInputs.Comparing walks(KnowledgeSolver student, Seed seed) {
        return inputs(student, seed)
                .method("randomWalk", random -> {
                    var entities = entities(random);
                    var edges = edges(random, entities);
                    return new Object[] {
                        edges, start(random, edges), options(random, entities), 1 + random.nextInt(6), random.nextLong()
                    };
                })
                // One more move than the largest number is no rule of the text.
                .where(arguments -> (int) arguments[3] < Integer.MAX_VALUE);
    }

    @Test
    @Question("a")
    @Points(3)
    @DisplayName("walks in generated graphs")
    @Rejects({
        "a-stops-at-start",
        "a-revisits",
        "a-forward-only",
        "a-counts-entities",
        "a-passes-options",
        "a-ignores-seed",
        "a-hash-order",
        "a-counts-edges"
    })
    void walksInGeneratedGraphs(KnowledgeSolver student, Seed seed) {
        walks(student, seed).compareValues();
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("walks that cannot begin")
    @Rejects("a-no-validation")
    void refusesBadWalks(KnowledgeSolver student, Seed seed) {
        walks(student, seed).compareRefusals();
        Answers.assertRefuses(
                "an edge with two entries, which the walk does not come to",
                () -> student.randomWalk(new int[][] {{0, 0, 1}, {7, 1}}, 0, new int[0], 3, 1));
    }

    private static GeneratedInputs.Comparing searches(KnowledgeSolver student, Seed seed) {
        return inputs(student, seed)
                .method("solve", random -> {
                    var entities = entities(random);
                    var edges = edges(random, entities);
                    return new Object[] {
                        edges,
                        start(random, edges),
                        options(random, entities),
                        random.ints(6, -3, 3).mapToDouble(score -> score / 2.0).toArray(),
                        1 + random.nextInt(6)
                    };
                })
                // Whether −0.0 is less than 0.0 depends on how they are compared.
                .where(arguments -> (int) arguments[4] < Integer.MAX_VALUE
                        && Arrays.stream((double[]) arguments[3]).noneMatch(score -> Double.compare(score, -0.0) == 0));
    }

    @Test
    @Question("b")
    @Points(4)
    @DisplayName("searches in generated graphs")
    @Rejects({
        "b-offers-visited",
        "b-forward-only",
        "b-reverses-facts",
        "b-passes-options",
        "b-last-of-equals",
        "b-same-score-both-ways",
        "b-one-step-more",
        "b-only-positive",
        "b-one-pass"
    })
    void searchesInGeneratedGraphs(KnowledgeSolver student, Seed seed) {
        searches(student, seed).compareValues();
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("searches that cannot begin")
    @Rejects("b-no-validation")
    void refusesBadSearches(KnowledgeSolver student, Seed seed) {
        searches(student, seed).compareRefusals();
        for (var relation : new int[] {-1, 1}) {
            Answers.assertRefuses(
                    "relation " + relation
                            + " with scores for one relation, at an edge that the search does not come to",
                    () -> student.solve(new int[][] {{0, 0, 1}, {7, relation, 8}}, 0, new int[] {1}, new double[2], 3));
        }
    }

    private static GeneratedInputs.Comparing shares(KnowledgeSolver student, Seed seed) {
        return inputs(student, seed)
                .method("leakage", random -> {
                    var entities = entities(random);
                    var edges = edges(random, entities);
                    var questions = new int[1 + random.nextInt(3)][];
                    Arrays.setAll(questions, i -> question(random, entities, start(random, edges)));
                    var walks = random.nextInt(12) == 0 ? -random.nextInt(2) : 1 + random.nextInt(4);
                    return new Object[] {edges, questions, random.nextBoolean(), walks, random.nextLong()};
                })
                .keeping(3);
    }

    private static int[] question(Random random, int[] entities, int start) {
        return IntStream.concat(
                        IntStream.of(start),
                        random.ints(0, entities.length).map(i -> entities[i]).filter(entity -> entity != start))
                .distinct()
                .limit(6)
                .toArray();
    }

    @Test
    @Question("c")
    @Points(3)
    @DisplayName("the share of walks that end at the answer, in generated graphs")
    @Rejects({
        "c-all-walks",
        "c-passes-options",
        "c-ignores-undirected",
        "c-mean-of-questions",
        "c-seed-for-each-question"
    })
    void theShareOfArrivals(KnowledgeSolver student, Seed seed) {
        shares(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @DisplayName("walks of exactly five moves")
    @Rejects({"c-counts-entities", "c-one-move-more"})
    void fiveMovesAreTheMost(KnowledgeSolver student) {
        var chain =
                IntStream.range(10, 17).mapToObj(i -> new int[] {i, 0, i + 1}).toArray(int[][]::new);
        Answers.assertClose(
                "five moves to the answer, six to a wrong option",
                student.leakage(chain, new int[][] {{10, 15, 0, 1, 2, 3}, {10, 1, 16, 0, 2, 3}}, false, 2, 1),
                1,
                1e-12);
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
    @Validation
    @DisplayName("sets that cannot be asked")
    @Rejects("c-no-validation")
    void refusesBadSets(KnowledgeSolver student, Seed seed) {
        shares(student, seed).compareRefusals();
        var edges = new int[][] {{0, 0, 1}, {1, 0, 2}};
        for (var bad : new int[][] {
            {0, 2, 3, 4, 5}, {0, 2, 3, 4, 5, 5}, {0, 2, 3, 4, 5, 6, 6}, {0, 0, 2, 3, 4, 5}, {9, 2, 3, 4, 5, 6},
        }) {
            var questions = new int[][] {{0, 2, 3, 4, 5, 6}, bad};
            Answers.assertRefuses(
                    "the question " + Arrays.toString(bad), () -> student.leakage(edges, questions, false, 1, 1));
        }
    }

    @Test
    @Question("d")
    @Points(3)
    @DisplayName("the reading of the intervals")
    @Rejects({"d-graph-too-hard", "d-open", "d-no-reading"})
    void theIntervalsAreRead(KnowledgeSolver student) {
        Answers.assertEqual("the reading", student.reading(), Reading.LENGTH_NOT_LEARNED);
    }

    @Test
    @Question("e")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"e-false-facts", "e-no-graph", "e-no-control"})
    void theControlTellsTheReasonsApart(KnowledgeSolver student) {
        Answers.assertEqual("the control", student.control(), Control.WRONG_WORDS);
    }

    @Test
    @Question("g")
    @Points(3)
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-unequal-conditions", "g-no-flaw"})
    void theFlawIsNamed(KnowledgeSolver student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.MISSING_CONTROL);
    }

    private static GeneratedInputs.Comparing fair(KnowledgeSolver student, Seed seed) {
        return inputs(student, seed)
                .method("fairOptions", random -> {
                    var edges = around(random.nextInt(7), 1 + random.nextInt(5), random);
                    // Entities that are too large for a cache of boxes, too.
                    var add = random.nextInt(2) * 1000;
                    for (var edge : edges) {
                        edge[0] += add;
                        edge[2] += add;
                    }
                    return new Object[] {edges, add, 0, random.nextLong()};
                })
                .where(arguments -> Arrays.stream((int[][]) arguments[0]).allMatch(edge -> edge.length == 3))
                .satisfying((arguments, options) ->
                        wrongWith((int[]) options, (int[][]) arguments[0], (int) arguments[1], (int) arguments[2]));
    }

    /** Edges from 0 to the answer 10 and to 20, 21 and so on; from others to 11, 12 and so on; and some that mislead. */
    private static int[][] around(int beside, int tails, RandomGenerator random) {
        var edges = new ArrayList<>(List.of(new int[] {0, 0, 10}));
        Stream.of(
                        new int[] {0, 2, 10},
                        new int[] {0, 1, 0},
                        new int[] {1, 0, 10},
                        new int[] {2, 0, 0},
                        new int[] {3, 1, 0},
                        new int[] {3, 1, 30},
                        new int[] {0, 4, 20},
                        new int[] {5, 0, 20})
                .filter(edge -> edge[2] != 20 || beside > 0)
                .filter(edge -> random.nextBoolean())
                .forEach(edges::add);
        IntStream.range(0, beside).forEach(i -> edges.add(new int[] {0, 1 + i % 3, 20 + i}));
        IntStream.range(11, 11 + tails).forEach(tail -> edges.add(new int[] {4 + tail % 3, 0, tail}));
        Collections.shuffle(edges, new Random(random.nextLong()));
        return edges.toArray(int[][]::new);
    }

    /** What is wrong with options, by the rules of the text. */
    private static Optional<String> wrongWith(int[] options, int[][] edges, int start, int relation) {
        var got = ", got " + Arrays.toString(options);
        if (options == null || Arrays.stream(options).distinct().limit(6).count() != 5 || options.length != 5) {
            return Optional.of("expected five different options" + got);
        }
        var answer = Arrays.stream(edges)
                .filter(edge -> edge[0] == start && edge[1] == relation)
                .findFirst()
                .orElseThrow()[2];
        var beside = tails(edge -> edge[0] == start, edges);
        var tails = tails(edge -> edge[1] == relation, edges);
        for (var set : List.of(beside, tails)) {
            set.removeAll(Set.of(answer, start));
        }
        var wrong = Arrays.stream(options).skip(1).boxed().toList();
        if (options[0] != answer) {
            return Optional.of("expected the answer " + answer + " first" + got);
        }
        if (wrong.stream().filter(beside::contains).count() != Math.min(4, beside.size())) {
            return Optional.of("expected wrong options from " + beside + ", four or all of them" + got);
        }
        tails.addAll(beside);
        return tails.containsAll(wrong)
                ? Optional.empty()
                : Optional.of("expected the other wrong options from the tails of the relation" + got);
    }

    private static Set<Integer> tails(Predicate<int[]> of, int[][] edges) {
        return Arrays.stream(edges).filter(of).map(edge -> edge[2]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("options in generated graphs: what lies beside the answer comes before other tails")
    @Rejects({"g-same-type", "g-both-ways", "g-start-as-option"})
    void fairOptionsInGeneratedGraphs(KnowledgeSolver student, Seed seed) {
        fair(student, seed).compareValues();
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("every draw is possible, and follows from the seed")
    @Rejects({"g-same-type", "g-forgets-seed", "g-first-beside", "g-other-each-time"})
    void everyDrawIsPossible(KnowledgeSolver student, Seed seed) {
        var random = seed.random();
        for (var others = 1; others <= 6; others++) {
            var edges = around(others, 5, random);
            var possible =
                    new TreeSet<>(IntStream.range(20, 20 + others).boxed().toList());
            if (others < 4) {
                possible.addAll(List.of(11, 12, 13, 14, 15));
            }
            var drawn = new TreeSet<Integer>();
            for (var draws = 0; draws < 60; draws++) {
                var draw = random.nextLong();
                var options = student.fairOptions(edges, 0, 0, draw);
                Answers.assertEqual("the same seed once more", student.fairOptions(edges, 0, 0, draw), options);
                Arrays.stream(options).skip(1).forEach(drawn::add);
            }
            Answers.assertEqual("the wrong options that sixty seeds draw", drawn, possible);
        }
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("questions for which there are no fair options")
    @Rejects("g-no-validation")
    void refusesUnfairQuestions(KnowledgeSolver student, Seed seed) {
        fair(student, seed).compareRefusals();
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
            Answers.assertRefuses(
                    "the edges at the start are " + Arrays.deepToString(bad),
                    () -> student.fairOptions(edges, 0, 0, 1));
        }
    }
}
