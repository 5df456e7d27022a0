// There is a control, but not a fair one.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
