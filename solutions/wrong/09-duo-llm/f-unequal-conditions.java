// All routers have the same tokens.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
