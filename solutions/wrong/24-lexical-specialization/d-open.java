// The interval of the differences does not hold 0.
static Reading reading() {
    return Reading.OPEN;
}
