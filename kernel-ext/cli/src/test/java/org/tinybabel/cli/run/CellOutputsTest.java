package org.tinybabel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class CellOutputsTest {

    private final CellOutputs outputs = new CellOutputs();

    @Test
    void consecutiveTextOfOneStreamBecomesOneOutput() {
        accept("stream", "{'name': 'stdout', 'text': 'a\\n'}");
        accept("stream", "{'name': 'stdout', 'text': 'b\\nc'}");
        accept("stream", "{'name': 'stderr', 'text': 'oh'}");
        accept("stream", "{'name': 'stdout', 'text': 'd'}");

        assertStored(
                "{'output_type': 'stream', 'name': 'stdout', 'text': ['a\\n', 'b\\n', 'c']}",
                "{'output_type': 'stream', 'name': 'stderr', 'text': ['oh']}",
                "{'output_type': 'stream', 'name': 'stdout', 'text': ['d']}");
    }

    @Test
    void aResultKeepsItsNumberAndItsTextBecomesLines() {
        accept(
                "execute_result",
                "{'execution_count': 3, 'metadata': {}, 'data': {'text/plain': 'x\\ny', 'image/png': 'AAAA'}}");

        assertStored("{'output_type': 'execute_result', 'execution_count': 3, 'metadata': {}, "
                + "'data': {'text/plain': ['x\\n', 'y'], 'image/png': 'AAAA'}}");
    }

    @Test
    void aWidgetIsStoredAsWhatItLooksLikeWithoutItsKernel() {
        accept(
                "display_data",
                "{'metadata': {}, 'transient': {}, 'data': {'text/plain': 'n = 2', 'text/html': '<b>2</b>',"
                        + " 'application/vnd.jupyter.widget-view+json': {'model_id': 'x'}}}");

        assertStored("{'output_type': 'display_data', 'metadata': {}, "
                + "'data': {'text/plain': ['n = 2'], 'text/html': ['<b>2</b>']}}");
    }

    @Test
    void anUpdateReplacesWhatAnEarlierCellShows() {
        accept("display_data", display("begun", "bar"));
        var earlier = outputs.current();
        outputs.begin();
        accept("update_display_data", display("done", "bar"));

        assertThat(outputs.current()).isEmpty();
        assertThat(earlier)
                .containsExactly(
                        json("{'output_type': 'display_data', 'metadata': {}, " + "'data': {'text/plain': ['done']}}"));
    }

    @Test
    void anUpdateOfSomethingUnknownShowsNothing() {
        accept("update_display_data", display("done", "bar"));

        assertStored();
    }

    @Test
    void clearingTakesEffectAtOnce() {
        accept("display_data", display("old", "bar"));
        accept("clear_output", "{'wait': false}");
        accept("update_display_data", display("done", "bar"));

        assertStored();
    }

    @Test
    void clearingWithWaitTakesEffectWithTheNextOutput() {
        accept("stream", "{'name': 'stdout', 'text': 'old'}");
        accept("clear_output", "{'wait': true}");
        assertStored("{'output_type': 'stream', 'name': 'stdout', 'text': ['old']}");

        accept("stream", "{'name': 'stdout', 'text': 'new'}");
        assertStored("{'output_type': 'stream', 'name': 'stdout', 'text': ['new']}");
    }

    @Test
    void anErrorIsStoredAndStatusMessagesAreNot() {
        accept("status", "{'execution_state': 'busy'}");
        accept("error", "{'ename': 'E', 'evalue': 'v', 'traceback': ['at 1'], 'status': 'error'}");

        assertStored("{'output_type': 'error', 'ename': 'E', 'evalue': 'v', 'traceback': ['at 1']}");
    }

    private static String display(String text, String id) {
        return "{'data': {'text/plain': '%s'}, 'metadata': {}, 'transient': {'display_id': '%s'}}".formatted(text, id);
    }

    private void accept(String type, String content) {
        outputs.accept(type, json(content));
    }

    private void assertStored(String... expected) {
        assertThat(outputs.current())
                .containsExactlyElementsOf(java.util.Arrays.stream(expected)
                        .map(CellOutputsTest::json)
                        .toList());
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
