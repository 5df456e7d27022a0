// The original has another tokenizer and no new embeddings.
static Control control() {
    return Control.ORIGINAL_WITH_SAME_STEPS;
}
