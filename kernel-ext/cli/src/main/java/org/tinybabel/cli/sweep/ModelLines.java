package org.tinybabel.cli.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.cli.UserError;
import org.tinybabel.lab.scaling.ScaledModel;
import org.tinybabel.lab.scaling.ScalingGrid;

/** The models of a unit as JSON, one on each line. */
final class ModelLines {

    private static final List<String> KEYS =
            List.of("grid", "device", "seed", "width", "parameters", "shares", "checkpoints");
    private static final List<String> CHECKPOINT_KEYS = List.of("step", "tokens", "losses");

    private ModelLines() {}

    static String write(ScalingGrid grid, String device, List<ScaledModel> models) {
        var fingerprint = GridFile.fingerprint(grid);
        return models.stream()
                .map(model -> json(fingerprint, device, model) + "\n")
                .collect(Collectors.joining());
    }

    private static JsonObject json(String fingerprint, String device, ScaledModel model) {
        var json = new JsonObject();
        json.addProperty("grid", fingerprint);
        json.addProperty("device", device);
        json.addProperty("seed", model.seed());
        json.addProperty("width", model.width());
        json.addProperty("parameters", model.parameters());
        json.add("shares", GridFile.numbers(model.shares()));
        var checkpoints = new JsonArray();
        model.checkpoints().forEach(checkpoint -> checkpoints.add(json(checkpoint)));
        json.add("checkpoints", checkpoints);
        return json;
    }

    private static JsonObject json(ScaledModel.Checkpoint checkpoint) {
        var json = new JsonObject();
        json.addProperty("step", checkpoint.step());
        json.addProperty("tokens", checkpoint.tokens());
        json.add("losses", GridFile.numbers(checkpoint.losses()));
        return json;
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param file how messages call the text
     * @throws UserError if it is not the models of this unit of this grid; the message names file and line
     */
    static TrainedUnit read(String text, String file, ScalingGrid grid, SweepUnit unit) {
        var lines = text.lines().toList();
        var models = new ArrayList<ScaledModel>();
        var device = "";
        for (var i = 0; i < lines.size(); i++) {
            var fields =
                    JsonValue.parse(lines.get(i), file + ", line " + (i + 1)).fields(KEYS);
            if (!fields.get("grid").text().equals(GridFile.fingerprint(grid))) {
                throw new UserError(file + ", line " + (i + 1) + ": this model belongs to the grid "
                        + fields.get("grid").text() + ", and the folder to " + GridFile.fingerprint(grid) + ".");
            }
            device = fields.get("device").text();
            models.add(checked(model(fields), i, file, grid, unit));
        }
        if (models.size() != unit.size().mixtures().size()) {
            throw new UserError(
                    file + ": there must be " + unit.size().mixtures().size() + " models, got " + models.size() + ".");
        }
        return new TrainedUnit(unit, models, device);
    }

    private static ScaledModel model(JsonValue.Fields fields) {
        return new ScaledModel(
                fields.get("seed").whole(),
                fields.get("width").integer(),
                fields.get("parameters").integer(),
                fields.get("shares").list(JsonValue::number),
                fields.get("checkpoints").list(ModelLines::checkpoint));
    }

    private static ScaledModel.Checkpoint checkpoint(JsonValue value) {
        var fields = value.fields(CHECKPOINT_KEYS);
        return new ScaledModel.Checkpoint(
                fields.get("step").integer(),
                fields.get("tokens").whole(),
                fields.get("losses").list(JsonValue::number));
    }

    /** A line that a person has moved or cut must not become a wrong row. */
    private static ScaledModel checked(ScaledModel model, int index, String file, ScalingGrid grid, SweepUnit unit) {
        var families = grid.families().size();
        var fits = model.seed() == unit.seed()
                && model.width() == unit.size().width()
                && model.shares().size() == 2 * families
                && index < unit.size().mixtures().size()
                && MergedSweep.mixture(model, families)
                        .equals(MergedSweep.written(unit.size().mixtures().get(index)))
                && model.checkpoints().stream()
                        .map(ScaledModel.Checkpoint::step)
                        .toList()
                        .equals(grid.checkpoints())
                && model.checkpoints().stream()
                        .allMatch(checkpoint -> checkpoint.losses().size() == 2 * families);
        if (!fits) {
            throw new UserError(
                    file + ", line " + (index + 1) + ": this is not model " + (index + 1) + " of " + unit + ".");
        }
        return model;
    }
}
