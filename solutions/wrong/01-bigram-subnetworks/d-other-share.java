// Turns the measure round: the ratio to chance is the same number.
static Control control() {
    return Control.OTHER_SHARE;
}
