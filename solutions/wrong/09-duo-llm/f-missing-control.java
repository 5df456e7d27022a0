// A control is there, though not one of the choice.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
