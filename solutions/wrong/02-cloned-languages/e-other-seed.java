// Asks whether the cosine repeats: it does, for the right reason and for the wrong one.
static Control control() {
    return Control.OTHER_SEED;
}
