// Suspects runs that hang together, but there is one run only.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
