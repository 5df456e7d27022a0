// There is no second side whose conditions could differ.
static Flaw flaw() {
    return Flaw.UNEQUAL_CONDITIONS;
}
