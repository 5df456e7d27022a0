// Names another flaw.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
