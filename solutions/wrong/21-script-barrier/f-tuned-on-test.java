// Suspects a choice where nothing was chosen.
static Flaw flaw() {
    return Flaw.TUNED_ON_TEST;
}
