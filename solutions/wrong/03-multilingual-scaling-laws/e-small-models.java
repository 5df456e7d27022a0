// Looks where the law was fitted: a gain there does not say why there is one.
static Control control() {
    return Control.SMALL_MODELS;
}
