// There is a control.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
