// Misses the encoder without the trick.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
