// Suspects that the law saw more, but the naive forecaster saw a size that the law did not.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
