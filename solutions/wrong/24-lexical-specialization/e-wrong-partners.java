// Wrong partners give no gain in both worlds.
static Control control() {
    return Control.WRONG_PARTNERS;
}
