// Changes the training, not the reason.
static Control control() {
    return Control.LONGER_TRAINING;
}
