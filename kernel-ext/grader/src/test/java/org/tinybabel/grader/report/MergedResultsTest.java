package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;

final class MergedResultsTest {

    @TempDir
    private Path temporary;

    private Path out(String name, GradedSubmission... results) throws IOException {
        var out = temporary.resolve(name);
        Reports.write(Mixed.TESTS, List.of(results), out, ReportOptions.NONE);
        return out;
    }

    private MergedResults merge(Path... folders) throws IOException {
        return MergedResults.of(List.of(folders), temporary.resolve("merged"));
    }

    private static GradedSubmission student(int number, Random random) {
        var submission = Submission.of("student " + number, number + ".ipynb");
        return random.nextInt(5) == 0
                ? Mixed.failed(submission, "Problem " + number)
                : Mixed.graded(submission, random.nextInt(4), "Answer " + number);
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mergedShardsAreToAByteWhatASingleRunWrites(long seed) throws IOException {
        var random = new Random(seed);
        var shards = 1 + random.nextInt(4);
        var all = new ArrayList<GradedSubmission>();
        var ofShard = new ArrayList<List<GradedSubmission>>();
        for (var i = 0; i < shards; i++) {
            ofShard.add(new ArrayList<>());
        }
        for (var i = 0; i < 5 + random.nextInt(20); i++) {
            var result = student(i, random);
            all.add(result);
            ofShard.get(random.nextInt(shards)).add(result);
        }
        var single = out("single", all.toArray(GradedSubmission[]::new));
        for (var i = 0; i < shards; i++) {
            out("shards/" + i, ofShard.get(i).toArray(GradedSubmission[]::new));
        }

        var merged = merge(temporary.resolve("shards"));
        Reports.write(
                Mixed.TESTS,
                merged.results(),
                temporary.resolve("merged"),
                ReportOptions.NONE.withEarlier(merged.manual()));

        assertThat(files(temporary.resolve("merged"))).isEqualTo(files(single));
    }

    @Test
    void pointsThatStandInAShardAreNotLost() throws IOException {
        var ada = Mixed.graded(Submission.of("ada", "ada.ipynb"), 3, "because");
        var shard = out("shard", ada);
        Files.writeString(shard.resolve("manual.csv"), "student;question;points;comment\nada;w;1,5;ok\n");

        var merged = merge(shard);
        var written = Reports.write(
                Mixed.TESTS,
                merged.results(),
                temporary.resolve("merged"),
                ReportOptions.NONE.withEarlier(merged.manual()));

        assertThat(written.sheet().rows().get(0).total().orElseThrow()).isEqualByComparingTo("5.5");
    }

    @Test
    void aGradeWinsOverAnErrorAndTheSameResultTwiceIsFine() throws IOException {
        var ada = Submission.of("ada", "ada.ipynb");
        var first = out("1", Mixed.failed(ada, "no"));
        var second = out("2", Mixed.graded(ada, 3, ""));
        var slower = Mixed.graded(ada, 3, "");
        var third = out(
                "3",
                new GradedSubmission(
                        slower.format(),
                        slower.submission(),
                        slower.exercise(),
                        slower.sha256(),
                        new Circumstances(
                                "0.2", "25", "elsewhere", slower.circumstances().tests(), 1, "sandbox"),
                        "",
                        slower.cells(),
                        slower.tests(),
                        slower.written(),
                        new Costs(7, 7, 7, 7)));

        assertThat(merge(first, second, third).results()).containsExactly(Mixed.graded(ada, 3, ""));
        assertThat(merge(third, first).results()).singleElement().satisfies(one -> assertThat(one.graded())
                .isTrue());
    }

    @Test
    void resultsThatDifferAreAnErrorThatNamesBoth() throws IOException {
        var first = out("1", Mixed.graded(Submission.of("ada", "ada.ipynb"), 3, ""));
        var second = out("2", Mixed.graded(Submission.of("ada", "ada.ipynb"), 2, ""));

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(first, second))
                .withMessageContaining("Two results of ada differ")
                .withMessageContaining(
                        first.toRealPath().resolve("results/ada.json").toString())
                .withMessageContaining(
                        second.toRealPath().resolve("results/ada.json").toString());
    }

    @Test
    void severalExercisesOrTestsAreNotMixed() throws IOException {
        var ada = out("1", Mixed.graded(Submission.of("ada", "ada.ipynb"), 3, ""));
        var json = Files.readString(ada.resolve("results/ada.json"));
        var other = Files.createDirectories(temporary.resolve("2/results"));

        Files.writeString(other.resolve("bob.json"), json.replace("97-mixed", "01-other"));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(temporary))
                .withMessageContaining("several exercises: 97-mixed")
                .withMessageContaining("01-other");

        Files.writeString(
                other.resolve("bob.json"), json.replaceAll("\"tests\": \"[0-9a-f]+\"", "\"tests\": \"0123\""));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(temporary))
                .withMessageContaining("different tests")
                .withMessageContaining("0123");

        Files.writeString(other.resolve("bob.json"), "{}");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(temporary))
                .withMessageContaining("bob.json cannot be merged");
    }

    @Test
    void anOutputFolderAmongTheInputsIsNotItsOwnInput() throws IOException {
        out("runs/1", Mixed.graded(Submission.of("ada", "ada.ipynb"), 3, ""));
        var merged = out("runs/merged", Mixed.graded(Submission.of("ada", "ada.ipynb"), 2, ""));

        assertThat(MergedResults.of(List.of(temporary.resolve("runs")), merged).results())
                .singleElement()
                .satisfies(one -> assertThat(one.earned()).isEqualTo(4));
        assertThat(MergedResults.of(List.of(merged), merged).results())
                .singleElement()
                .satisfies(one -> assertThat(one.earned()).isEqualTo(2));
    }

    @Test
    void aFolderWithoutResultsIsSaid() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(temporary))
                .withMessageContaining("There is no results/*.json below");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> merge(temporary.resolve("none")))
                .withMessageContaining("There is no folder");
    }
}
