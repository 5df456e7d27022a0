// The second interval does not hold 0.
static Reading reading() {
    return Reading.OPEN;
}
