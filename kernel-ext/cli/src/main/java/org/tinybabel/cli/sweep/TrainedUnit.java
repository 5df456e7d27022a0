package org.tinybabel.cli.sweep;

import java.util.List;
import org.tinybabel.lab.scaling.ScaledModel;

/**
 * A unit that is trained.
 *
 * @param unit which
 * @param models one per mixture, in their order
 * @param device what computed them
 */
record TrainedUnit(SweepUnit unit, List<ScaledModel> models, String device) {

    TrainedUnit {
        models = List.copyOf(models);
    }
}
