package org.tinybabel.kernel.eval;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Diag;

/** Remembers which part of which cell each JShell snippet is, so that errors can name the cell and its line. */
final class CellMap {

    /**
     * A part of a cell.
     *
     * @param label what messages call the cell
     * @param cell the whole text of the cell
     * @param offset where the snippet starts in the cell
     */
    record Origin(String label, String cell, int offset) {}

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

    Optional<Place> place(String snippetId, int snippetLine) {
        return Optional.ofNullable(origins.get(snippetId)).map(origin -> {
            var line = SourceLines.lineAt(origin.cell(), origin.offset()) + Math.max(1, snippetLine) - 1;
            return new Place(origin.label(), line, SourceLines.line(origin.cell(), line));
        });
    }

    static Problem problem(Origin origin, Diag diagnostic, String message) {
        var position = Math.max(0, diagnostic.getPosition());
        var start = diagnostic.getStartPosition() < 0 ? position : diagnostic.getStartPosition();
        // The compiler's position is where it noticed the fault; the start lies before it for expressions.
        var from = Math.min(position, start);
        var to = Math.max(diagnostic.getEndPosition(), from + 1);
        var cell = origin.cell();
        var offset = (int) Math.min(origin.offset() + from, cell.length());
        var line = SourceLines.lineAt(cell, offset);
        var column = offset - SourceLines.lineStart(cell, offset) + 1;
        return new Problem(
                origin.label(), line, column, message, SourceLines.line(cell, line), (int) Math.max(1, to - from));
    }
}
