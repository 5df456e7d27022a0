// Suspects a leak, but the contexts of the test are drawn anew.
static Flaw flaw() {
    return Flaw.LEAK;
}
