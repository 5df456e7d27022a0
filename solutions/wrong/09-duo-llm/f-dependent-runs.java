// Each seed draws anew.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
