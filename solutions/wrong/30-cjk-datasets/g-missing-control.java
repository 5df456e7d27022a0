// There is a control; it has the same blind spot.
static Flaw flaw() {
    return Flaw.MISSING_CONTROL;
}
