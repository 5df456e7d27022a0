// False facts lead elsewhere in both worlds.
static Control control() {
    return Control.FALSE_FACTS;
}
