// Misses the control that is there: the random mask.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
