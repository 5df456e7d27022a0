// Nothing is trained here, so no training data can leak.
static Flaw flaw() {
    return Flaw.LEAK;
}
