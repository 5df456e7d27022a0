// One random neuron is far below the best of 96 in both worlds.
static Control control() {
    return Control.RANDOM_NEURON;
}
