// Chooses nothing.
static Control control() {
    return null;
}
