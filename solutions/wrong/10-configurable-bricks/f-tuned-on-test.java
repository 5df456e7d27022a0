// No setting was chosen by the result.
static Flaw flaw() {
    return Flaw.TUNED_ON_TEST;
}
