// Without training the mean is bad in both worlds.
static Control control() {
    return Control.MEAN_WITHOUT_STEPS;
}
