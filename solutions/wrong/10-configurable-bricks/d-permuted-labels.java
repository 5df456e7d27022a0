// Permuted labels give a low number in both worlds.
static Control control() {
    return Control.PERMUTED_LABELS;
}
