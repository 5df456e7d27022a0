// Repeats the experiment instead of asking for its reason.
static Control control() {
    return Control.OTHER_SEED;
}
