// The upper end is near 0.8, but all of the interval lies below.
static Reading reading() {
    return Reading.BOTH_HOLD;
}
