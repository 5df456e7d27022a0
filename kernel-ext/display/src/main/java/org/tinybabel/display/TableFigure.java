package org.tinybabel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as a reader sees it: a caption with its size, the first and the last rows, column types, numbers
 * aligned with one number of decimals per column.
 *
 * <p>Front ends drop style sheets and scripts from notebooks that they do not trust yet, so the HTML carries its meaning
 * in elements ({@code caption}, {@code th scope}) and only its looks in inline styles. Colours are the front end's own
 * theme variables or translucent greys, which suit light and dark themes alike.
 */
final class TableFigure {

    private static final int ROWS = 20;
    private static final int COLUMNS = 24;
    private static final int LONGEST_CELL = 200;

    private static final String GREY = "var(--jp-ui-font-color2, #767676)";
    private static final String CELL = "padding:0.2em 0.7em;vertical-align:top;";

    private final Table table;
    private final int rows;

    private TableFigure(Table table, int rows) {
        this.table = table;
        this.rows = rows;
    }

    static TableFigure of(Table table) {
        return new TableFigure(table, ROWS);
    }

    static TableFigure of(Table table, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a table needs at least 1 row to be shown, got " + rows);
        }
        return new TableFigure(table, rows);
    }

    static TableFigure of(Column<?> column) {
        return of(Table.create(column.name(), column.copy()));
    }

    MimeBundle render() {
        return MimeBundle.html(html(), text(columns()));
    }

    private List<CellFormat> columns() {
        return table.columns().stream().limit(COLUMNS).map(CellFormat::of).toList();
    }

    String html() {
        return html(CELL);
    }

    /** Without spaces and lines of its own: for a table that is folded away, where each byte counts once per cell. */
    String plainHtml() {
        return html("");
    }

    private String html(String cellStyle) {
        var columns = columns();
        var html = new StringBuilder();
        html.append("<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">");
        html.append("<caption style=\"text-align:left;padding-bottom:0.4em;white-space:nowrap\">")
                .append(Html.text(caption()))
                .append("</caption><thead><tr style=\"border-bottom:1px solid ")
                .append(GREY)
                .append("\">");
        for (var column : columns) {
            html.append("<th scope=\"col\" style=\"").append(CELL).append(column.align());
            html.append("\">").append(Html.text(column.name()));
            html.append("<br><small style=\"font-weight:normal;color:")
                    .append(GREY)
                    .append("\">");
            html.append(Html.text(column.typeName())).append("</small></th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : shownRows()) {
            html.append("<tr>");
            if (row == GAP) {
                html.append("<td colspan=\"").append(columns.size()).append("\" style=\"text-align:center;color:");
                html.append(GREY).append("\">").append(gap()).append("</td>");
            } else {
                for (var column : columns) {
                    html.append("<td style=\"")
                            .append(cellStyle)
                            .append(column.align())
                            .append("\">");
                    html.append(Html.text(column.text(row))).append("</td>");
                }
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private String text(List<CellFormat> columns) {
        var lines = new ArrayList<List<String>>();
        lines.add(columns.stream().map(CellFormat::name).toList());
        for (var row : shownRows()) {
            lines.add(columns.stream().map(c -> row == GAP ? "…" : c.text(row)).toList());
        }
        var widths = IntStream.range(0, columns.size())
                .map(c -> lines.stream().mapToInt(l -> width(l.get(c))).max().orElse(0))
                .toArray();
        return caption() + "\n"
                + lines.stream()
                        .map(line -> IntStream.range(0, columns.size())
                                .mapToObj(c -> columns.get(c).pad(line.get(c), widths[c]))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                        .collect(Collectors.joining("\n"));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private String caption() {
        var size = counted(table.rowCount(), "row") + " × " + counted(table.columnCount(), "column");
        var cut = table.columnCount() > COLUMNS ? ", the first " + COLUMNS + " shown" : "";
        return (table.name() == null || table.name().isBlank() ? "" : table.name() + ": ") + size + cut;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static final int GAP = -1;

    /** Row numbers, with {@link #GAP} where rows are left out: two thirds from the top, the rest from the end. */
    private int[] shownRows() {
        var count = table.rowCount();
        if (count <= rows) {
            return IntStream.range(0, count).toArray();
        }
        var last = rows / 3;
        return IntStream.concat(
                        IntStream.concat(IntStream.range(0, rows - last), IntStream.of(GAP)),
                        IntStream.range(count - last, count))
                .toArray();
    }

    private String gap() {
        return "… " + counted(table.rowCount() - rows, "more row") + " …";
    }

    /** How the cells of one column are written. */
    private interface CellFormat {

        Column<?> column();

        String text(int row);

        boolean number();

        static CellFormat of(Column<?> column) {
            if (column instanceof NumericColumn<?> numbers) {
                return new NumberFormat(column, numbers);
            }
            return new TextFormat(column);
        }

        default String name() {
            return column().name();
        }

        default String typeName() {
            var type = column().type();
            return type == ColumnType.STRING ? "text" : type.name().toLowerCase(Locale.ROOT);
        }

        default String align() {
            return number() ? "text-align:right" : "text-align:left";
        }

        default String pad(String text, int width) {
            var space = " ".repeat(Math.max(0, width - TableFigure.width(text)));
            return number() ? space + text : text + space;
        }
    }

    private record TextFormat(Column<?> column) implements CellFormat {

        @Override
        public String text(int row) {
            var text = column.isMissing(row) ? "" : column.getString(row);
            return width(text) <= LONGEST_CELL
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL)) + "…";
        }

        @Override
        public boolean number() {
            return false;
        }
    }

    private record NumberFormat(Column<?> column, NumericColumn<?> numbers, DoubleFunction<String> format)
            implements CellFormat {

        NumberFormat(Column<?> column, NumericColumn<?> numbers) {
            this(column, numbers, Numbers.formatter(Numbers.of(numbers)));
        }

        @Override
        public String text(int row) {
            return numbers.isMissing(row) ? "" : format.apply(numbers.getDouble(row));
        }

        @Override
        public boolean number() {
            return true;
        }
    }
}
