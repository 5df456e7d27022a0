// All communities are made by one rule.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
