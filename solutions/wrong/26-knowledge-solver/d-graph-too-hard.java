// The same graph is not too hard for the second search.
static Reading reading() {
    return Reading.GRAPH_TOO_HARD;
}
