package org.tinybabel.grader.api;

/**
 * Where an entry stands in an answer, in words.
 *
 * @param words such as {@code row 1, column 2}; blank for the whole answer
 * @param pendingIndex the index of a row whose columns are yet to come, which is no row if there are none; -1 for none
 */
record Place(String words, int pendingIndex) {

    static final Place WHOLE = new Place("", -1);

    private static final int NONE = -1;

    /** An element of an array or a list. */
    Place index(int index) {
        return pendingIndex == NONE
                ? new Place(words, index)
                : new Place(join("row " + pendingIndex + ", column " + index), NONE);
    }

    /** An entry with a name, such as a map's key or a record's component. */
    Place named(String name) {
        return new Place(settled().join(name), NONE);
    }

    /** The same place, where no columns follow. */
    private Place settled() {
        return pendingIndex == NONE ? this : new Place(join("index " + pendingIndex), NONE);
    }

    private String join(String more) {
        return words.isEmpty() ? more : words + ", " + more;
    }

    /** The place with what separates it from the rest of a sentence. */
    String prefix() {
        var all = settled().words();
        return all.isEmpty() ? "" : all + ": ";
    }

    @Override
    public String toString() {
        return settled().words();
    }
}
