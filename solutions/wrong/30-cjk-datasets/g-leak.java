// Nothing is trained or tested here.
static Flaw flaw() {
    return Flaw.LEAK;
}
