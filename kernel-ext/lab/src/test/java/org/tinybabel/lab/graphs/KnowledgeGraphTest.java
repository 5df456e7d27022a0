package org.tinybabel.lab.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnowledgeGraphTest {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    /** a –next→ b –next→ c –last→ d */
    private static KnowledgeGraph path() {
        return new KnowledgeGraph(
                LETTERS,
                LETTERS,
                List.of("next", "last"),
                List.of(new Triple(0, 0, 1), new Triple(1, 0, 2), new Triple(2, 1, 3)));
    }

    private static KnowledgeGraph random() {
        return RandomGraph.of(60, 5, List.of("r", "s", "t", "u", "v", "w"), 18, 3);
    }

    @Test
    void edgesAreWalkedInBothDirections() {
        assertThat(path().forward(1)).containsExactly(new Move(0, 2));
        assertThat(path().backward(1)).containsExactly(new Move(2, 0));
        assertThat(path().degree(1)).isEqualTo(2);
        assertThat(path().moveName(0)).isEqualTo("next");
        assertThat(path().moveName(3)).isEqualTo("last of");
        assertThat(path().triple(1, new Move(2, 0))).isEqualTo(new Triple(0, 0, 1));
    }

    @Test
    void distancesCountStepsInBothDirections() {
        assertThat(path().distances(1, 1)).isEqualTo(Map.of(1, 0, 0, 1, 2, 1));
        assertThat(path().distances(3, 9)).containsEntry(0, 3);
    }

    @Test
    void aNeighbourhoodHasAllForwardEdgesAndFewBackwardOnes() {
        assertThat(path().neighbourhood(0, 2, 2, 1)).containsExactly(new Triple(0, 0, 1), new Triple(1, 0, 2));
        assertThat(path().neighbourhood(3, 3, 0, 1)).isEmpty();
        assertThat(path().neighbourhood(3, 1, 1, 1)).containsExactly(new Triple(2, 1, 3));
    }

    @Test
    void corruptionKeepsHeadsTailsAndDegrees() {
        var corrupted = random().corrupted(1);

        assertThat(corrupted.triples()).isNotEqualTo(random().triples()).hasSameSizeAs(random().triples());
        assertThat(corrupted.corrupted(2).triples())
                .isEqualTo(random().corrupted(1).corrupted(2).triples());
        IntStream.range(0, 60).forEach(e -> assertThat(corrupted.degree(e)).isEqualTo(random().degree(e)));
    }

    @Test
    void deletionKeepsAShare() {
        var graph = random();
        var half = graph.keeping(0.5, 1);

        assertThat(half.triples()).hasSize(graph.triples().size() / 2);
        assertThat(graph.keeping(0.7, 1).triples()).containsAll(half.triples());
        assertThat(graph.keeping(1, 1).triples()).isEqualTo(graph.triples());
        assertThatIllegalArgumentException().isThrownBy(() -> graph.keeping(1.1, 1));
    }

    @Test
    void aRandomGraphGivesEveryEntityOfATypeTheSameRelations() {
        var heads = new HashSet<List<Integer>>();
        random().triples().forEach(t -> {
            assertThat(t.head()).isNotEqualTo(t.tail());
            assertThat(heads.add(List.of(t.head(), t.relation()))).isTrue();
        });
        assertThat(heads).hasSize(18 * 12);
    }

    @Test
    void countriesHaveTheirFacts() {
        var graph = CountryGraph.on(LocalDate.of(2024, 12, 1));
        var uzbekistan = graph.entity("Uzbekistan");

        assertThat(graph.forward(graph.entity("Asia/Samarkand"))).containsExactly(new Move(0, uzbekistan));
        assertThat(graph.forward(uzbekistan).stream()
                        .map(move -> graph.entities().get(move.to())))
                .containsExactly("Uzbekistani Som", "Uzbek", "Central Asia");
        assertThat(graph.triples()).hasSizeBetween(1000, 1300).doesNotHaveDuplicates();
        assertThat(graph.entities()).hasSizeBetween(700, 900).doesNotHaveDuplicates();
    }

    @Test
    void questionsHaveTheirPathAndFiveOptions() {
        var graph = random();
        var starts = IntStream.range(0, 60).boxed().toList();
        for (var kind : QuestionSampler.Distractors.values()) {
            var sampler = new QuestionSampler(graph, kind, 5);
            for (var i = 0; i < 50; i++) {
                var question = sampler.draw(starts, 1 + i % 3);
                var here = question.start();
                for (var move : question.path()) {
                    assertThat(graph.forward(here)).contains(move);
                    here = move.to();
                }
                assertThat(question.options())
                        .hasSize(5)
                        .doesNotHaveDuplicates()
                        .contains(here);
                if (kind == QuestionSampler.Distractors.SAME_TYPE) {
                    var type = graph.types().get(here);
                    assertThat(question.options())
                            .allMatch(e -> graph.types().get(e).equals(type));
                }
            }
        }
    }

    @Test
    void aSearchTakesTheBestMoveUntilAnOptionIsMet() {
        var question = new GraphQuestion(0, List.of(new Move(0, 1), new Move(0, 2)), List.of(2, 3));
        SearchPolicy forwards = states -> states.stream()
                .map(state -> state.candidates().stream()
                        .mapToDouble(move -> -move.relation())
                        .toArray())
                .toList();

        var trace = new GraphSearch(path(), 5, 12, 1)
                .run(List.of(question), forwards)
                .get(0);

        assertThat(trace.found()).hasValue(2);
        assertThat(trace.follows()).isTrue();
        assertThat(trace.text(path())).isEqualTo("a –next→ b –next→ c");
        assertThat(question.text(path())).isEqualTo("What is the next of the next of a?");
        assertThat(new GraphSearch(path(), 1, 12, 1)
                        .run(List.of(question), forwards)
                        .get(0)
                        .found())
                .isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnowledgeGraph(LETTERS, LETTERS, List.of("r"), List.of(new Triple(0, 1, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnowledgeGraph(LETTERS, List.of(), List.of("r"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new GraphSearch(path(), 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> path().entity("z"));
    }
}
