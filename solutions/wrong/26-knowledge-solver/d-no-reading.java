// Chooses nothing.
static Reading reading() {
    return null;
}
