// Misses the control that is there: the naive forecaster.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
