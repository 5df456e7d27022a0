// Suspects tuning, but nothing is chosen by the contexts of the test.
static Flaw flaw() {
    return Flaw.TUNED_ON_TEST;
}
