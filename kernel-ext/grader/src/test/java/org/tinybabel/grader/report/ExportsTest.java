package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ExportsTest {

    private static final GradedSubmission ADA = Mixed.graded(Submission.of("ada", "ada.ipynb"), 2, "because");
    private static final GradedSubmission EVE =
            Mixed.failed(Submission.of("e<v>e\u0000", "eve.ipynb"), "not \"JSON\" & \u001b[31mred\uD800");

    private static Sheet sheet(GradedSubmission... results) {
        return Sheet.of(
                Outline.of(Mixed.TESTS, List.of(results)), List.of(results), ManualGrades.none(), ReportOptions.NONE);
    }

    private static JsonObject gradescope(GradedSubmission result) {
        return JsonParser.parseString(Gradescope.json(sheet(result).rows().get(0)))
                .getAsJsonObject();
    }

    private static Document junit(GradedSubmission... results) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(sheet(results)))));
    }

    @Test
    void gradescopeGetsScoresAndNoWordOfWhatHiddenTestsFound() {
        var json = gradescope(ADA);

        assertThat(json.keySet())
                .containsExactly(
                        "score", "execution_time", "output", "visibility", "stdout_visibility", "tests", "extra_data");
        assertThat(json.getAsJsonObject("extra_data").keySet()).containsExactly("isolation", "seed");
        assertThat(json.get("score").getAsInt()).isEqualTo(2);
        assertThat(json.get("execution_time").getAsDouble()).isEqualTo(0.042);
        var tests = StreamSupport.stream(json.getAsJsonArray("tests").spliterator(), false)
                .map(test -> test.getAsJsonObject())
                .toList();
        assertThat(tests).hasSize(4);
        assertThat(tests.get(0).toString())
                .isEqualTo(
                        "{\"name\":\"(a) twiceThree\",\"score\":2,\"max_score\":2,\"status\":\"passed\",\"output\":\"\","
                                + "\"visibility\":\"visible\"}");
        assertThat(tests.get(1).get("output").getAsString()).contains("but was: 3");
        assertThat(tests.get(2).get("visibility").getAsString()).isEqualTo("after_published");
        assertThat(tests.get(2).get("output").getAsString()).isEmpty();
        assertThat(tests.get(3).has("score")).isFalse();
    }

    @Test
    void gradescopeGetsNoScoreWhereThereIsNoGrade() {
        var json = gradescope(EVE);

        assertThat(json.has("score")).isFalse();
        assertThat(json.getAsJsonArray("tests")).isEmpty();
        assertThat(json.get("output").getAsString()).contains("Not graded", "not a score of 0");
    }

    @Test
    void junitXmlIsWellFormedWhateverStudentsWrite() throws Exception {
        var xml = junit(ADA, EVE);

        var suites = xml.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        var ada = (Element) suites.item(0);
        assertThat(ada.getAttribute("name")).isEqualTo("ada");
        assertThat(ada.getAttribute("tests")).isEqualTo("4");
        assertThat(ada.getAttribute("failures")).isEqualTo("2");
        assertThat(ada.getAttribute("skipped")).isEqualTo("1");
        assertThat(ada.getElementsByTagName("failure").item(0).getTextContent()).contains("<secret>");
        assertThat(ada.getElementsByTagName("failure").item(1).getTextContent()).isEmpty();
        var error = (Element) xml.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("message")).isEqualTo("not \"JSON\" & [31mred");
        assertThat(((Element) suites.item(1)).getAttribute("name")).isEqualTo("e<v>e");
    }
}
