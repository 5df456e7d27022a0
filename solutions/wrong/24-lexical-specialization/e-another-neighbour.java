// Portuguese looks like Spanish and gains in both worlds.
static Control control() {
    return Control.ANOTHER_NEIGHBOUR;
}
