// Suspects tuning, but the model has no setting.
static Flaw flaw() {
    return Flaw.TUNED_ON_TEST;
}
