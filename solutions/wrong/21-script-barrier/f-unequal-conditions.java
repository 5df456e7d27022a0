// Suspects the text and the steps, which were the same.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
