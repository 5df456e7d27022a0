// Suspects runs that hang together, but each seed has a text of its own and counts once.
static Flaw flaw() {
    return Flaw.DEPENDENT_RUNS;
}
