// Suspects runs that hang together, but each seed counts once.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
