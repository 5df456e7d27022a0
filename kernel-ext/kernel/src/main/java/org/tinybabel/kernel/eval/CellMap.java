package org.tinybabel.kernel.eval;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which part of which cell each JShell snippet is, so that errors can name the cell and its line. */
final class CellMap {

    /**
     * A part of a cell.
     *
     * @param label what messages call the cell
     * @param cell the whole text of the cell as it is evaluated
     * @param shown the same as its author wrote it, magics included; each line has the same number
     * @param offset where the snippet starts in the cell
     */
    record Origin(String label, String cell, String shown, int offset) {

        /** A line as its author wrote it. */
        String sourceLine(int line) {
            return SourceLines.line(shown, line);
        }
    }

    /**
     * A line of a cell.
     *
     * @param label what messages call the cell
     * @param line the line, from 1
     * @param sourceLine its text
     */
    record Place(String label, int line, String sourceLine) {

        @Override
        public String toString() {
            return label + ", line " + line;
        }
    }

    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    void put(String snippetId, Origin origin) {
        origins.put(snippetId, origin);
    }

    /** Says that a snippet stands where an earlier one did. */
    void replace(String earlierId, String snippetId) {
        Optional.ofNullable(origins.get(earlierId)).ifPresent(origin -> origins.put(snippetId, origin));
    }

    /** What messages call the cell of a snippet; blank if it came from none. */
    String label(String snippetId) {
        var origin = origins.get(snippetId);
        return origin == null ? "" : origin.label();
    }

    Optional<Place> place(String snippetId, int snippetLine) {
        return Optional.ofNullable(origins.get(snippetId)).map(origin -> {
            var line = SourceLines.lineAt(origin.cell(), origin.offset()) + Math.max(1, snippetLine) - 1;
            return new Place(origin.label(), line, origin.sourceLine(line));
        });
    }

    /** A complaint about a part of a cell; positions are in the part, negative if unknown. */
    static Problem problem(Origin origin, long startPosition, long noticed, long endPosition, String message) {
        var position = Math.max(0, noticed);
        var start = startPosition < 0 ? position : startPosition;
        // The compiler's position is where it noticed the fault; the start lies before it for expressions.
        var from = Math.min(position, start);
        var to = Math.max(endPosition, from + 1);
        var cell = origin.cell();
        var offset = (int) Math.min(origin.offset() + from, cell.length());
        var line = SourceLines.lineAt(cell, offset);
        var column = offset - SourceLines.lineStart(cell, offset) + 1;
        return new Problem(
                origin.label(), line, column, message, origin.sourceLine(line), (int) Math.max(1, to - from));
    }
}
