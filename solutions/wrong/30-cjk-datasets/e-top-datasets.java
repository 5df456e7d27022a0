// Asks whether it is so at the top, too, with the same words.
static Control control() {
    return Control.TOP_DATASETS;
}
