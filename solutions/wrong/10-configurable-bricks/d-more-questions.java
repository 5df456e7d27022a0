// More questions give the same number in both worlds.
static Control control() {
    return Control.MORE_QUESTIONS;
}
