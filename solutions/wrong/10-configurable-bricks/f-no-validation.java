// Checks nothing.
static int[] matchedControls(double[] activity, int[] chosen) {
    var taken = new boolean[activity.length];
    for (var neuron : chosen) {
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
        taken[nearest] = true;
    }
    return controls;
}
