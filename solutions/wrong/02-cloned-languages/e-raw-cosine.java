// Leaves the centring out: that cosine is high whatever the reason is.
static Control control() {
    return Control.RAW_COSINE;
}
