// The search was trained on other graphs.
static Flaw flaw() {
    return Flaw.LEAK;
}
