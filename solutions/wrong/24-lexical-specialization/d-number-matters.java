// That the number matters does not say that it matters more.
static Reading reading() {
    return Reading.NUMBER_MATTERS_MORE;
}
