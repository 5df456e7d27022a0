package org.tinybabel.grader;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tinybabel.grader.api.Student;

/** Which methods each test has called, and what came of those that passed. */
final class TestMemory {

    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<String, TestResult> passed = new HashMap<>();

    /** Remembers a test's calls. */
    void calls(String test, List<Student.Call> calls) {
        called.put(
                test,
                calls.stream()
                        .map(call -> call.called().substring(0, call.called().indexOf('(')))
                        .collect(Collectors.toSet()));
    }

    /** Remembers results; those of tests that did not pass are forgotten. */
    void results(List<TestResult> results) {
        passed.clear();
        results.stream()
                .filter(result -> result.status() == TestResult.Status.PASSED)
                .forEach(result -> passed.put(result.test(), result));
    }

    /** The results that hold as long as only some methods have changed: those of tests that call none of them. */
    Map<String, TestResult> unaffectedBy(Set<String> changed) {
        return passed.entrySet().stream()
                .filter(entry -> Collections.disjoint(called.getOrDefault(entry.getKey(), changed), changed))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
