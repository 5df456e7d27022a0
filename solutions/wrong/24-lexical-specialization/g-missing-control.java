// There is a control, but for another claim.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
