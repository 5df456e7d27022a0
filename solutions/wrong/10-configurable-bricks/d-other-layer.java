// Another layer of the trained network was trained, too.
static Control control() {
    return Control.OTHER_LAYER;
}
