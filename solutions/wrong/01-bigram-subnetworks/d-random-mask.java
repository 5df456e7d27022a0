// Repeats the chance that the measure has taken out already: the ratio of a random mask is 1 in any case.
static Control control() {
    return Control.RANDOM_MASK;
}
