// Without a graph the accuracy falls in both worlds.
static Control control() {
    return Control.NO_GRAPH;
}
