// Suspects unequal sides, but both masks keep equally many features and see the same contexts.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
