// Learner and shuffled learner get the same.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
