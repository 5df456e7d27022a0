// The oracle is lucky with each seed.
static Control control() {
    return Control.OTHER_SEED;
}
