// Counts more English words about documentation: a reason that lies in English stays.
static Control control() {
    return Control.MORE_WORDS;
}
