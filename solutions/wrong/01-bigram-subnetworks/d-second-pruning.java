// Asks how stable the search is: two pruning masks overlap whatever the reason is.
static Control control() {
    return Control.SECOND_PRUNING;
}
