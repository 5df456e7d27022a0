// Suspects the names, which were never used for anything else.
static Flaw flaw() {
    return Flaw.LEAK;
}
