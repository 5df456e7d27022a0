// Names another flaw.
static Flaw flaw() {
    return Flaw.LEAK;
}
