// There are no training data.
static Flaw flaw() {
    return Flaw.LEAK;
}
