// Misses the control that is there: the text of another seed.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
