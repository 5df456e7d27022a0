package org.tinybabel.lab.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private record Condition(String name, double share) {}

    @Test
    void everySeedUnderEveryConditionHasItsRow() {
        var table = Trials.of("seed", 3, 1)
                .by("arm", "oracle", "all big")
                .by("layers", 1, 2)
                .run(trial -> trial.put("loss", trial.seed() + trial.level("layers", Integer.class) / 10.0))
                .table();

        assertThat(table.columnNames()).containsExactly("seed", "arm", "layers", "loss");
        assertThat(table.intColumn("seed").asList()).containsExactly(3, 3, 3, 3, 1, 1, 1, 1);
        assertThat(table.stringColumn("arm").asList().subList(0, 4))
                .containsExactly("oracle", "oracle", "all big", "all big");
        assertThat(table.intColumn("layers").asList().subList(0, 2)).containsExactly(1, 2);
        assertThat(table.doubleColumn("loss").asDoubleArray()).containsExactly(3.1, 3.2, 3.1, 3.2, 1.1, 1.2, 1.1, 1.2);
    }

    @Test
    void theOrderOfTheRowsIsNotThatInWhichTrialsEnd() {
        var seeds = IntStream.range(0, 12).boxed().toList();

        var results = Trials.of("seed", seeds).run(trial -> {
            sleep(12 - trial.seed());
            trial.put("draw", trial.random("words").nextDouble());
        });
        var again = Trials.of("seed", seeds).run(trial -> {
            sleep(trial.seed() % 3);
            trial.put("draw", trial.random("words").nextDouble());
        });

        assertThat(results.seeds()).isEqualTo(seeds);
        assertThat(results.values("draw")).containsExactly(again.values("draw"));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTrialHasRowsOfItsOwn() {
        var results = Trials.of("seed", 0, 1).run(trial -> {
            for (var step : List.of(100, 200)) {
                trial.observe("step", step).put("loss", 1.0 / step).put("accuracy", 0.5);
            }
        });

        assertThat(results.where("step", 200).values("loss")).containsExactly(0.005, 0.005);
        assertThat(results.table().columnNames()).containsExactly("seed", "step", "loss", "accuracy");
    }

    @Test
    void levelsMayBeObjectsOfTheNotebook() {
        var conditions = List.of(new Condition("50/50", 0.5), new Condition("90/10", 0.1));

        var results = Trials.of("seed", 0)
                .by("condition", conditions, Condition::name)
                .run(trial -> trial.put(
                        "share", trial.level("condition", Condition.class).share()));

        assertThat(results.where("condition", "90/10").values("share")).containsExactly(0.1);
    }

    @Test
    void trialsOfAGroupAreHandedOverTogether() {
        var results = Trials.of("seed", 0, 1, 2, 3, 4)
                .by("arm", "a", "b")
                .progress("Training", 7)
                .runTogether(
                        2,
                        group -> group.forEach(trial -> {
                            IntStream.range(0, 7).forEach(i -> trial.step());
                            trial.put("together", group.size()).put("index", trial.index());
                        }));

        assertThat(results.table().doubleColumn("together").asDoubleArray()).containsOnly(5);
        assertThat(results.table().doubleColumn("index").asDoubleArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whatWasPreparedIsFoundByTheIndexOfItsTrial() {
        var trials = Trials.of("seed", 5, 6, 7);

        var models = trials.map(trial -> "model " + trial.seed());

        var results = trials.run(
                trial -> trial.put("right", models.get(trial.index()).equals("model " + trial.seed()) ? 1 : 0));
        assertThat(results.values("right")).containsExactly(1, 1, 1);
    }

    @Test
    void conditionsOfOneSeedShareTheirRandomNumbersAndPurposesAndSeedsDoNot() {
        var draws = Trials.of("seed", 0, 1).by("arm", "a", "b").run(trial -> {
            trial.observe("purpose", "train").put("draw", trial.seed("train"));
            trial.observe("purpose", "test").put("draw", trial.seed("test"));
        });

        assertThat(draws.where("purpose", "train").paired("draw", "arm", "a", "b"))
                .containsOnly(0);
        assertThat(draws.table().doubleColumn("draw").asSet()).hasSize(4);
    }

    @Test
    void groupsMakeOneThingForEachOfTheirTrials() {
        var made = Trials.of("seed", 5, 6, 7).mapTogether(2, group -> group.stream()
                .map(trial -> "seed " + trial.seed() + " of " + group.size())
                .toList());

        assertThat(made).hasSize(3);
        assertThat(made.get(0)).startsWith("seed 5 of");
        assertThat(made.get(2)).startsWith("seed 7 of");
        assertThatThrownBy(() -> Trials.of("seed", 1, 2).mapTogether(1, group -> java.util.List.of("one")))
                .hasMessageContaining("a group of 2 trials gave 1 things");
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> Trials.of("seed", 1, 1))
                .hasMessage("trials need at least one seed, each once, got [1, 1]");
        assertThatThrownBy(() -> Trials.of("seed", 1).by("seed", "x")).hasMessage("there is a column 'seed' already");
        assertThatThrownBy(() -> Trials.of("seed", 1).by("arm", "x", "x"))
                .hasMessage("factor 'arm' needs at least one level, each once, got [x, x]");
        assertThatThrownBy(() ->
                        Trials.of("seed", 1).run(trial -> trial.put("loss", 1).put("loss", 2)))
                .hasMessage("'loss' of seed 1 is noted already, as 1.0");
        assertThatThrownBy(() -> Trials.of("seed", 1).run(trial -> {})).hasMessage("no trial put a number");
        assertThatThrownBy(() -> Trials.of("seed", 1)
                        .run(trial -> trial.put("x", trial.level("arm").length())))
                .hasMessage("there is no factor 'arm'; there are seed");
        assertThatThrownBy(() -> Trials.of("seed", 1).run(trial -> {
                    trial.put("loss", 1);
                    trial.observe("step", 2).put("loss", 1);
                }))
                .hasMessage("all rows need the same factors; seed 1, step 2 does not have exactly seed");
        assertThatThrownBy(() -> Trials.of("seed", 1).run(trial -> trial.observe("step")))
                .hasMessage("expected names and levels in turn, got [step]");
    }
}
