// Names another flaw.
static Flaw flaw() {
    return Flaw.ONE_LUCKY_SEED;
}
