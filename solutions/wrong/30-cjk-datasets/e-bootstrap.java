// Asks whether the interval is right, not what the words measure.
static Control control() {
    return Control.BOOTSTRAP;
}
