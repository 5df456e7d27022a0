// Suspects luck, but there are eight seeds and they agree.
static Flaw flaw() {
    return Flaw.ONE_LUCKY_SEED;
}
