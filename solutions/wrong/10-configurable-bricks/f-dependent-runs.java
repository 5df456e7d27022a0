// Each seed makes a layer of its own.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
