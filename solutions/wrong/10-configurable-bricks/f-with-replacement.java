// Gives one neuron away more than once.
static int[] matchedControls(double[] activity, int[] chosen) {
    if (activity == null || chosen == null || !Arrays.stream(activity).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("each neuron needs a finite activity");
    }
    if (2 * chosen.length > activity.length) {
        throw new IllegalArgumentException("fewer than " + chosen.length + " other neurons");
    }
    var taken = new boolean[activity.length];
    for (var neuron : chosen) {
        if (neuron < 0 || neuron >= activity.length || taken[neuron]) {
            throw new IllegalArgumentException("no neuron " + neuron + ", or twice");
        }
        taken[neuron] = true;
    }
    var controls = new int[chosen.length];
    for (var i = 0; i < chosen.length; i++) {
        var nearest = -1;
        for (var j = 0; j < activity.length; j++) {
            if (!taken[j] && (nearest < 0 || Math.abs(activity[j] - activity[chosen[i]])
                    < Math.abs(activity[nearest] - activity[chosen[i]]))) {
                nearest = j;
            }
        }
        controls[i] = nearest;
    }
    return controls;
}
