package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import java.util.regex.Pattern;

/** Replaces the activations of the neurons of every MLP. */
record NeuronHooks(NeuronGate.PerLayer replacement) implements Hooks {

    private static final Pattern POST = Pattern.compile("blocks\\.(\\d+)\\.mlp\\.hook_post");

    @Override
    public boolean observes(String point) {
        return POST.matcher(point).matches();
    }

    @Override
    public NDArray at(String point, NDArray activation) {
        var matcher = POST.matcher(point);
        return matcher.matches() ? replacement.of(Integer.parseInt(matcher.group(1)), activation) : activation;
    }
}
