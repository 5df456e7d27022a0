// Names nothing.
static Flaw flaw() {
    return null;
}
