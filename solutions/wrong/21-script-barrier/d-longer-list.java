// Counts more of the same.
static Control control() {
    return Control.LONGER_LIST;
}
