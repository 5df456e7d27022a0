// Asks what imbalance does, not what a high cosine means.
static Control control() {
    return Control.BALANCED_MODEL;
}
