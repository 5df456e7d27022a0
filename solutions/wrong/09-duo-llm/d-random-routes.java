// Does not choose at all, so it cannot say how the oracle chooses.
static Control control() {
    return Control.RANDOM_ROUTES;
}
