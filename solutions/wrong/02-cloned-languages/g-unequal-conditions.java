// Suspects unequal sides, but both models read equally many sentences.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
