package org.tinybabel.grader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tinybabel.grader.api.Student;

/**
 * A notebook whose cells have run, ready to be graded with one more cell at a time. What a cell has declared is taken back
 * after its tests. Where that is not possible, because it did more than declare methods or has ended its process, the next
 * one finds a new process, in which the notebook has run anew.
 *
 * <p>A test that calls none of the methods that a cell has changed, by itself or through others, is not run again once the
 * notebook as it is has passed it. What called methods have left in variables of the notebook stays. Whoever needs to know
 * compares with {@link TopToBottom}.
 */
public final class OpenNotebook implements AutoCloseable {

    private final NotebookRun run;
    private final TestMemory memory = new TestMemory();
    private final Tests tests;
    private final long seed;
    private final Set<String> seeded;

    /** Runs the tests under a name, but for those whose results are known, and tells the calls of each. */
    interface Tests {

        GradedSubmission run(
                String name, long seed, Map<String, TestResult> known, BiConsumer<String, List<Student.Call>> told);
    }

    OpenNotebook(NotebookRun run, Tests tests, long seed, Set<String> seeded) {
        this.run = run;
        this.tests = tests;
        this.seed = seed;
        this.seeded = Set.copyOf(seeded);
    }

    /**
     * Grades the notebook as it is, with all tests.
     *
     * @param name what messages call it
     * @return the result, as if it had just been opened
     * @throws InfrastructureFailure if no process can be started
     */
    public GradedSubmission grade(String name) {
        run.append("");
        try {
            var graded = tests.run(name, seed, Map.of(), memory::calls);
            memory.results(graded.tests());
            return graded;
        } finally {
            run.takeBack();
        }
    }

    /**
     * Grades the notebook with one more cell.
     *
     * @param name what messages call it
     * @param source the code of the cell, whose declarations replace earlier ones
     * @return the result, as if the whole notebook had been graded
     * @throws InfrastructureFailure if no process can be started
     */
    public GradedSubmission grade(String name, String source) {
        return grade(name, source, List.of(seed)).get(0);
    }

    /**
     * Grades the notebook with one more cell, several times.
     *
     * @param name what messages call it
     * @param source the code of the cell, whose declarations replace earlier ones
     * @param seeds the seeds of the tests, one for each time
     * @return the results
     * @throws InfrastructureFailure if no process can be started
     */
    public List<GradedSubmission> grade(String name, String source, List<Long> seeds) {
        run.append(source);
        try {
            var known =
                    new HashMap<>(run.changedMethods().map(memory::unaffectedBy).orElse(Map.of()));
            var graded = new ArrayList<GradedSubmission>();
            for (var each : seeds) {
                var result = tests.run(name, each, known, (test, calls) -> {});
                // The next seed changes nothing for tests that do not ask for it.
                result.tests().stream()
                        .filter(test -> !seeded.contains(test.test()))
                        .forEach(test -> known.put(test.test(), test));
                graded.add(result);
            }
            return graded;
        } finally {
            run.takeBack();
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
