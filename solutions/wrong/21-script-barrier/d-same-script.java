// Trains with the right partners, so the sound is in it as well.
static Control control() {
    return Control.SAME_SCRIPT;
}
