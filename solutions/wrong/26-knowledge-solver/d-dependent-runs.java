// Names another flaw.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
