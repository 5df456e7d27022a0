// Luck on every token does not go away with more of them.
static Control control() {
    return Control.MORE_TOKENS;
}
