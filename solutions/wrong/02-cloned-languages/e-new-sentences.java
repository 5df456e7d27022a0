// Asks whether the model learned sentences by heart, but positions are the same in new ones.
static Control control() {
    return Control.NEW_SENTENCES;
}
