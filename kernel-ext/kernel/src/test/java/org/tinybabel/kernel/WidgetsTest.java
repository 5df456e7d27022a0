package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

/** Knobs and live outputs, seen from the front end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private final TestFrontEnd frontEnd = new TestFrontEnd();
    private KernelProcess kernel;
    private KernelClient client;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
        client = kernel.client();
        client.onOutput(frontEnd);
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        var execution = client.execute(code, TIMEOUT, output -> {});
        assertThat(execution.traceback()).isEmpty();
        return execution;
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** The models of a kind that a cell has opened. */
    private static List<Message> opened(Execution cell, String model) {
        return cell.outputs("comm_open").stream()
                .filter(message ->
                        state(message).get("_model_name").getAsString().equals(model + "Model"))
                .toList();
    }

    private static Message theOnly(Execution cell, String model) {
        assertThat(opened(cell, model)).hasSize(1);
        return opened(cell, model).get(0);
    }

    private static String id(Message message) {
        return message.text("comm_id", "");
    }

    private static JsonObject state(Message message) {
        return message.content().getAsJsonObject("data").getAsJsonObject("state");
    }

    private Pending move(String model, String state) {
        return send(model, "{\"method\": \"update\", \"state\": " + state + ", \"buffer_paths\": []}");
    }

    private Pending send(String model, String data) {
        var content = new JsonObject();
        content.add("data", json(data));
        return client.sendComm("comm_msg", model, content, List.of());
    }

    private static List<JsonObject> sent(List<Message> published, String model, String method) {
        return published.stream()
                .filter(message ->
                        message.type().equals("comm_msg") && id(message).equals(model))
                .map(message -> message.content().getAsJsonObject("data"))
                .filter(data -> data.get("method").getAsString().equals(method))
                .toList();
    }

    private static String outputs(List<Message> published, String area) {
        var updates = sent(published, area, "update");
        assertThat(updates).isNotEmpty();
        return text(updates.get(updates.size() - 1).getAsJsonObject("state").getAsJsonArray("outputs"));
    }

    /** What an area shows, as text. */
    private static String text(JsonArray outputs) {
        var shown = new ArrayList<String>();
        outputs.forEach(each -> {
            var output = each.getAsJsonObject();
            shown.add(
                    output.has("text")
                            ? output.get("text").getAsString().strip()
                            : output.has("data")
                                    ? output.getAsJsonObject("data")
                                            .get("text/plain")
                                            .getAsString()
                                    : output.get("traceback").toString());
        });
        return String.join("|", shown);
    }

    private static JsonObject shown(Execution cell, int index) {
        return cell.outputs("display_data").get(index).content().getAsJsonObject("data");
    }

    @Test
    void sliderIsShownAsAWidgetWithATextForPlacesWithoutWidgets() throws Exception {
        var cell = run("var layers = slider(\"layers\", 1, 12, 4);\nlayers");

        var slider = theOnly(cell, "IntSlider");
        assertThat(slider.text("target_name", "")).isEqualTo("jupyter.widget");
        assertThat(slider.metadata().get("version").getAsString()).isEqualTo("2.1.0");
        var state = state(slider);
        assertThat(state.get("description").getAsString()).isEqualTo("layers");
        assertThat(List.of("value", "min", "max"))
                .extracting(key -> state.get(key).getAsInt())
                .containsExactly(4, 1, 12);
        var style = theOnly(cell, "SliderStyle");
        assertThat(state.get("style").getAsString()).isEqualTo("IPY_MODEL_" + id(style));
        assertThat(state(style).get("description_width").getAsString()).isEqualTo("initial");
        assertThat(cell.outputs("display_data")).as("shown once").hasSize(1);
        assertThat(cell.result()).isEmpty();
        assertThat(shown(cell, 0).getAsJsonObject(VIEW).get("model_id").getAsString())
                .isEqualTo(id(theOnly(cell, "VBox")));
        assertThat(shown(cell, 0).get("text/plain").getAsString())
                .isEqualTo("layers = 4 (1 to 12). To change it, write slider(\"layers\", 1, 12, 6)"
                        + " and run the cell again.");
        assertThat(run("layers.value() + 1").result()).contains("5");
    }

    @Test
    void liveOutputIsDrawnAgainWhenTheKnobMoves() throws Exception {
        var cell = run("var n = slider(\"n\", 0, 10, 2);\nlive(() -> n.value() * n.value());");
        var slider = id(theOnly(cell, "IntSlider"));
        var area = theOnly(cell, "Output");
        assertThat(text(state(area).getAsJsonArray("outputs"))).isEqualTo("4");
        assertThat(shown(cell, 1).get("text/plain").getAsString()).isEqualTo("4");
        assertThat(shown(cell, 1).getAsJsonObject(VIEW).get("model_id").getAsString())
                .isEqualTo(id(area));

        var published = move(slider, "{\"value\": 7}").awaitIdle(TIMEOUT);

        assertThat(published.get(0).text("execution_state", "")).isEqualTo("busy");
        assertThat(sent(published, slider, "echo_update"))
                .extracting(data -> data.getAsJsonObject("state").toString())
                .containsExactly("{\"value\":7}");
        assertThat(outputs(published, id(area))).isEqualTo("49");
    }

    @Test
    void whatIsStoredFollowsBeforeTheNextCell() throws Exception {
        var cell = run("var kept = slider(\"kept\", 0, 10, 2);\nlive(() -> kept.value() + 100);");
        move(id(theOnly(cell, "IntSlider")), "{\"value\": 7}").awaitIdle(TIMEOUT);
        var from = frontEnd.seen().size();

        run("1");

        var updates = frontEnd.seen().subList(from, frontEnd.seen().size()).stream()
                .filter(message -> message.type().equals("update_display_data"))
                .map(message -> message.content()
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .toList();
        assertThat(updates).hasSize(2).contains("107").anyMatch(text -> text.startsWith("kept = 7 (0 to 10)."));
    }

    @Test
    void knobMovedByACellRedrawsAndTellsTheFrontEnd() throws Exception {
        var cell = run("var m = slider(\"m\", 0.0, 1.0, 0.25);\nlive(() -> \"m is \" + m.value());");

        var moving = run("m.value(0.5);");

        assertThat(sent(moving.outputs(), id(theOnly(cell, "FloatSlider")), "update"))
                .extracting(data -> data.getAsJsonObject("state").toString())
                .containsExactly("{\"value\":0.5}");
        assertThat(outputs(moving.outputs(), id(theOnly(cell, "Output")))).isEqualTo("m is 0.5");
        assertThat(moving.outputs("update_display_data")).hasSize(2);
    }

    @Test
    void ofABurstOfMovesTheLastOneWins() throws Exception {
        var cell = run("var draws = new ArrayList<Integer>();\nvar fast = slider(\"fast\", 0, 1000, 0);\n"
                + "live(() -> { draws.add(fast.value()); Thread.sleep(20); return fast.value(); });");
        var slider = id(theOnly(cell, "IntSlider"));
        var moves = new ArrayList<Pending>();
        for (var i = 1; i <= 200; i++) {
            moves.add(move(slider, "{\"value\": " + i + "}"));
        }
        moves.get(moves.size() - 1).awaitIdle(TIMEOUT);

        assertThat(run("fast.value()").result()).contains("200");
        assertThat(run("draws.get(draws.size() - 1)").result()).contains("200");
        var draws = Integer.parseInt(run("draws.size()").result().orElseThrow());
        assertThat(draws).as("drawings for 200 moves").isBetween(2, 60);
        for (var each : moves) {
            assertThat(sent(each.awaitIdle(TIMEOUT), slider, "echo_update")).hasSize(1);
        }
    }

    @Test
    void everyControlSpeaksItsOwnLanguage() throws Exception {
        var cell = run("var language = dropdown(\"language\", \"de\", \"fr\", \"en\");\n"
                + "var noise = checkbox(\"noise\", false);\n"
                + "live(() -> language.value() + \" \" + noise.value());");
        var dropdown = theOnly(cell, "Dropdown");
        assertThat(state(dropdown).getAsJsonArray("_options_labels").toString()).isEqualTo("[\"de\",\"fr\",\"en\"]");
        var area = id(theOnly(cell, "Output"));

        assertThat(outputs(move(id(dropdown), "{\"index\": 2}").awaitIdle(TIMEOUT), area))
                .isEqualTo("en false");
        assertThat(outputs(
                        move(id(theOnly(cell, "Checkbox")), "{\"value\": true}").awaitIdle(TIMEOUT), area))
                .isEqualTo("en true");
        assertThat(shown(cell, 0).get("text/plain").getAsString())
                .isEqualTo("language = de (one of de, fr, en). To change it, put another option first in"
                        + " dropdown(\"language\", …) and run the cell again.");
        assertThat(shown(cell, 1).get("text/plain").getAsString())
                .isEqualTo("noise = false. To change it, write checkbox(\"noise\", true) and run the cell again.");
    }

    @Test
    void buttonShowsBelowItWhatItsActionPrints() throws Exception {
        var cell = run("int presses = 0;\nbutton(\"Again\", () -> System.out.println(\"press \" + ++presses));");
        var button = id(theOnly(cell, "Button"));

        for (var i = 1; i <= 2; i++) {
            var published = send(button, "{\"method\": \"custom\", \"content\": {\"event\": \"click\"}}")
                    .awaitIdle(TIMEOUT);
            if (i == 1) {
                var area = published.stream()
                        .filter(message -> message.type().equals("comm_open"))
                        .filter(message -> state(message).has("outputs"))
                        .findFirst()
                        .orElseThrow();
                assertThat(text(state(area).getAsJsonArray("outputs"))).isEqualTo("press 1");
            } else {
                assertThat(published.stream().map(message -> message.content().toString()))
                        .anyMatch(content -> content.contains("press 2"));
            }
        }
    }

    @Test
    void handlersOfAKnobGetTheNewValueAndPrintBelowIt() throws Exception {
        var cell = run("var told = slider(\"told\", 0, 10, 2).onChange(v -> System.out.println(\"now \" + v));");

        var published = move(id(theOnly(cell, "IntSlider")), "{\"value\": 3}").awaitIdle(TIMEOUT);

        assertThat(published.stream().map(message -> message.content().toString()))
                .anyMatch(content -> content.contains("\"text\":\"now 3\\n\""));
        assertThat(published).noneMatch(message -> message.type().equals("stream"));
    }

    @Test
    void printsDisplaysAndErrorsOfTheCodeAppearInTheLiveArea() throws Exception {
        var cell = run("var d = slider(\"d\", 0, 10, 2);\n"
                + "live(() -> {\n"
                + "    System.out.print(\"dividing \"); System.out.println(\"by \" + d.value());\n"
                + "    show(\"shown\");\n"
                + "    return 10 / d.value();\n"
                + "});");
        var slider = id(theOnly(cell, "IntSlider"));
        var area = theOnly(cell, "Output");
        assertThat(text(state(area).getAsJsonArray("outputs"))).isEqualTo("dividing by 2|shown|5");
        assertThat(cell.outputs("stream")).isEmpty();

        var failed = outputs(move(slider, "{\"value\": 0}").awaitIdle(TIMEOUT), id(area));
        assertThat(failed)
                .startsWith("dividing by 0|shown|")
                .contains("ArithmeticException: / by zero")
                .contains(", line 5")
                .doesNotContain("org.tinybabel.kernel");

        assertThat(outputs(move(slider, "{\"value\": 5}").awaitIdle(TIMEOUT), id(area)))
                .isEqualTo("dividing by 5|shown|2");
        assertThat(run("6 * 7").result()).contains("42");
    }

    @Test
    void endlessDrawingCanBeInterrupted() throws Exception {
        var cell = run(
                "var e = slider(\"e\", 0, 10, 2);\n"
                        + "live(() -> { System.out.println(\"e=\" + e.value()); if (e.value() == 3) while (true) { } return 1; });");
        var slider = id(theOnly(cell, "IntSlider"));
        var area = id(theOnly(cell, "Output"));

        var endless = move(slider, "{\"value\": 3}");
        frontEnd.await(isUpdate(area, "e=3"));
        client.interrupt();

        assertThat(outputs(endless.awaitIdle(TIMEOUT), area)).contains("e=3").contains("stopped");
        assertThat(outputs(move(slider, "{\"value\": 4}").awaitIdle(TIMEOUT), area))
                .isEqualTo("e=4|1");
    }

    @Test
    void timeLimitOfCellsHoldsForDrawingToo() throws Exception {
        try (var limited = TestKernels.start(Map.of("TINYBABEL_TIMEOUT", "3000"))) {
            var seen = new TestFrontEnd();
            limited.client().onOutput(seen);
            var cell = limited.client()
                    .execute(
                            "var t = slider(\"t\", 0, 10, 2);\n"
                                    + "live(() -> { if (t.value() == 3) while (true) { } return 1; });",
                            TIMEOUT,
                            output -> {});
            var content = new JsonObject();
            content.add("data", json("{\"method\": \"update\", \"state\": {\"value\": 3}}"));
            limited.client().sendComm("comm_msg", id(theOnly(cell, "IntSlider")), content, List.of());

            seen.await(
                    isUpdate(id(theOnly(cell, "Output")), "This was stopped after 3.0 s, as TINYBABEL_TIMEOUT says."));
        }
    }

    private static Predicate<Message> isUpdate(String area, String text) {
        return message -> message.type().equals("comm_msg")
                && id(message).equals(area)
                && message.content().toString().contains(text);
    }

    @Test
    void longDrawingShowsWhatItHasPrintedSoFar() throws Exception {
        var cell = run(
                "var slow = slider(\"slow\", 0, 10, 0);\n"
                        + "live(() -> { for (int i = 0; i < slow.value(); i++) { System.out.println(\"step \" + i); Thread.sleep(400); } return \"done\"; });");
        var area = id(theOnly(cell, "Output"));

        var published = move(id(theOnly(cell, "IntSlider")), "{\"value\": 3}").awaitIdle(TIMEOUT);

        assertThat(sent(published, area, "update")).hasSizeGreaterThan(1);
        assertThat(outputs(published, area)).isEqualTo("step 0\nstep 1\nstep 2|done");
    }

    @Test
    void moveWhileACellRunsWaitsItsTurn() throws Exception {
        var cell = run("var w = slider(\"w\", 0, 10, 2);\nlive(() -> w.value());");
        var running = client.send(
                Channel.SHELL, "execute_request", client.executeContent("Thread.sleep(500); w.value()"), output -> {});
        var moved = move(id(theOnly(cell, "IntSlider")), "{\"value\": 9}");

        assertThat(running.await(TIMEOUT).result())
                .as("the cell is not disturbed")
                .contains("2");
        assertThat(outputs(moved.awaitIdle(TIMEOUT), id(theOnly(cell, "Output"))))
                .isEqualTo("9");
    }

    @Test
    void pageThatWasLoadedAgainGetsAllStates() throws Exception {
        var cell = run("var again = slider(\"again\", 0, 10, 2);\nlive(() -> \"again \" + again.value());");
        var slider = id(theOnly(cell, "IntSlider"));
        move(slider, "{\"value\": 8}").awaitIdle(TIMEOUT);

        var one = sent(send(slider, "{\"method\": \"request_state\"}").awaitIdle(TIMEOUT), slider, "update");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).getAsJsonObject("state").get("value").getAsInt()).isEqualTo(8);

        var control = UUID.randomUUID().toString();
        client.sendComm("comm_open", control, json("{\"target_name\": \"jupyter.widget.control\"}"), List.of())
                .awaitIdle(TIMEOUT);
        var all = sent(send(control, "{\"method\": \"request_states\"}").awaitIdle(TIMEOUT), control, "update_states");
        assertThat(all).hasSize(1);
        var states = all.get(0).getAsJsonObject("states");
        assertThat(states.getAsJsonObject(slider).get("model_name").getAsString())
                .isEqualTo("IntSliderModel");
        assertThat(states.getAsJsonObject(slider)
                        .getAsJsonObject("state")
                        .get("value")
                        .getAsInt())
                .isEqualTo(8);
        assertThat(text(states.getAsJsonObject(id(theOnly(cell, "Output")))
                        .getAsJsonObject("state")
                        .getAsJsonArray("outputs")))
                .isEqualTo("again 8");
    }

    @Test
    void runningTheCellAgainRemovesItsOldWidgets() throws Exception {
        var code = "var twice = slider(\"twice\", 0, 10, 2);\nlive(() -> twice.value());";
        var first = run(code);
        var from = frontEnd.seen().size();
        var second = run(code);

        var closed = frontEnd.seen().subList(from, frontEnd.seen().size()).stream()
                .filter(message -> message.type().equals("comm_close"))
                .map(WidgetsTest::id)
                .toList();
        assertThat(closed)
                .containsExactlyInAnyOrderElementsOf(
                        first.outputs("comm_open").stream().map(WidgetsTest::id).toList());
        assertThat(outputs(
                        move(id(theOnly(second, "IntSlider")), "{\"value\": 3}").awaitIdle(TIMEOUT),
                        id(theOnly(second, "Output"))))
                .isEqualTo("3");
    }

    @Test
    void knobThatItsCellMakesAnewStillMovesOutputsOfOtherCells() throws Exception {
        var making = "var far = slider(\"far\", 0, 10, 2);";
        run(making);
        var area = id(theOnly(run("live(() -> \"far \" + far.value());"), "Output"));
        run("far.value(5);");

        var again = run(making);
        assertThat(outputs(again.outputs(), area)).isEqualTo("far 2");

        assertThat(outputs(
                        move(id(theOnly(again, "IntSlider")), "{\"value\": 3}").awaitIdle(TIMEOUT), area))
                .isEqualTo("far 3");
    }

    @Test
    void valuesThatAreNotAllowedDoNoHarm() throws Exception {
        var cell = run("var strict = slider(\"strict\", 0, 10, 2);\nlive(() -> strict.value());");
        var slider = id(theOnly(cell, "IntSlider"));
        for (var state :
                List.of("{\"value\": \"x\"}", "{\"value\": null}", "{\"other\": 1}", "{}", "{\"value\": [1]}")) {
            move(slider, state).awaitIdle(TIMEOUT);
        }
        assertThat(run("strict.value()").result()).contains("2");
        move(slider, "{\"value\": 99}").awaitIdle(TIMEOUT);
        assertThat(run("strict.value()").result()).contains("10");
    }

    @Test
    void wrongArgumentsAreExplained() throws Exception {
        assertThat(client.execute("slider(\"x\", 5, 1, 3)", TIMEOUT, o -> {}).traceback())
                .contains("the slider \"x\" needs min < max, got min 5 and max 1");
        assertThat(client.execute("slider(\"x\", 1, 5, 7)", TIMEOUT, o -> {}).traceback())
                .contains("the value of \"x\" must be between 1 and 5, got 7");
        assertThat(client.execute("dropdown(\"x\")", TIMEOUT, o -> {}).traceback())
                .contains("the dropdown \"x\" needs at least one option, got none");
        assertThat(run("live(() -> 3);").printed("stderr")).contains("asked no knob for its value");
    }
}
