// There are eight pairs, each with an interval.
static Flaw flaw() {
    return Flaw.ONE_LUCKY_SEED;
}
