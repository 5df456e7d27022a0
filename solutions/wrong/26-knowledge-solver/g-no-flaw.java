// Chooses nothing.
static Flaw flaw() {
    return null;
}
