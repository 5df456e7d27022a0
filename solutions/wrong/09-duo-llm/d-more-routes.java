// With more routes the oracle is luckier still.
static Control control() {
    return Control.MORE_ROUTES;
}
