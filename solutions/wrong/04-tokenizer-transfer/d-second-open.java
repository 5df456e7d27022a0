// The interval does not hold 0.8.
static Reading reading() {
    return Reading.FIRST_HOLDS_SECOND_OPEN;
}
