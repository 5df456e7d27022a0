// Asks whether the law could be fitted better, not why its shares help.
static Control control() {
    return Control.REFITTED_LAW;
}
