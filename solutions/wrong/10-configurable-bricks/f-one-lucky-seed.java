// There are eight seeds and an interval.
static Flaw flaw() {
    return Flaw.ONE_LUCKY_SEED;
}
