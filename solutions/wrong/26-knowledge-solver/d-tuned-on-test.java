// Names another flaw.
static Flaw flaw() {
    return Flaw.TUNED_ON_TEST;
}
