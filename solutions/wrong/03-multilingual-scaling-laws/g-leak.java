// Suspects a leak, but every law is drawn through the two smallest sizes.
static Flaw flaw() {
    return Flaw.LEAK;
}
