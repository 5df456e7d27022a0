// There are eight seeds.
static Flaw flaw() {
    return Flaw.ONE_LUCKY_SEED;
}
