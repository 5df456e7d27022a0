// Makes the interval narrower, around whatever the words measure.
static Control control() {
    return Control.MORE_DATASETS;
}
