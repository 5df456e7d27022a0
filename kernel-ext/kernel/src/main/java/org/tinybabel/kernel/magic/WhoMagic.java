package org.tinybabel.kernel.magic;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.Html;
import org.tinybabel.display.MimeBundle;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** {@code %who}: what the notebook holds. */
final class WhoMagic {

    private static final int LONGEST_VALUE = 60;
    private static final List<String> HEADINGS = List.of("variable", "type", "size", "value");

    private final Notebook notebook;

    WhoMagic(Notebook notebook) {
        this.notebook = notebook;
    }

    Object who() {
        var evaluator = notebook.evaluator();
        var shell = evaluator.shell();
        var declared = evaluator.locked(evaluator::declarations);
        var variables = declared.stream()
                .filter(VarSnippet.class::isInstance)
                .map(VarSnippet.class::cast)
                .toList();
        var methods = declared.stream()
                .filter(MethodSnippet.class::isInstance)
                .map(MethodSnippet.class::cast)
                .map(method -> method.name() + "(" + method.parameterTypes() + ")")
                .toList();
        var types = declared.stream()
                .filter(TypeDeclSnippet.class::isInstance)
                .map(snippet -> ((TypeDeclSnippet) snippet).name())
                .toList();
        Hosts.current().display(bundle(rows(variables), methods, types), "");
        return null;
    }

    private List<List<String>> rows(List<VarSnippet> variables) {
        var shell = notebook.evaluator().shell();
        var usable = variables.stream()
                .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
                .toList();
        var values = values(usable);
        var rows = new ArrayList<List<String>>();
        for (var variable : variables) {
            var index = usable.indexOf(variable);
            rows.add(
                    index < 0
                            ? List.of(variable.name(), variable.typeName(), "", "(its type is not declared)")
                            : List.of(
                                    variable.name(),
                                    variable.typeName(),
                                    size(values[index]).orElse(""),
                                    shortValue(values[index])));
        }
        return rows;
    }

    /** The values of all variables, by one evaluation instead of one for each. */
    private Object[] values(List<VarSnippet> variables) {
        if (variables.isEmpty()) {
            return new Object[0];
        }
        return (Object[]) notebook.evaluator()
                .eval(variables.stream()
                        .map(VarSnippet::name)
                        .collect(Collectors.joining(", ", "new java.lang.Object[] {", "}")));
    }

    /** How much a value holds, in the unit that fits it. */
    private static Optional<String> size(Object value) {
        if (value instanceof CharSequence text) {
            return Optional.of(counted(text.length(), "character"));
        } else if (value instanceof Table table) {
            return Optional.of(counted(table.rowCount(), "row") + " × " + counted(table.columnCount(), "column"));
        } else if (value instanceof Column<?> column) {
            return Optional.of(counted(column.size(), "row"));
        } else if (value instanceof Map<?, ?> map) {
            return Optional.of(counted(map.size(), "entry"));
        } else if (value instanceof Collection<?> collection) {
            return Optional.of(counted(collection.size(), "element"));
        } else if (value != null && value.getClass().isArray()) {
            return Optional.of(arraySize(value));
        }
        return Optional.empty();
    }

    /** The lengths of all dimensions where they are the same in every row. */
    private static String arraySize(Object array) {
        var lengths = new ArrayList<Integer>();
        var current = array;
        while (current != null && current.getClass().isArray()) {
            lengths.add(Array.getLength(current));
            current = Array.getLength(current) > 0
                            && !current.getClass().getComponentType().isPrimitive()
                    ? Array.get(current, 0)
                    : null;
        }
        return lengths.size() == 1
                ? counted(lengths.get(0), "element")
                : lengths.stream().map(String::valueOf).collect(Collectors.joining(" × ")) + " elements";
    }

    private static String counted(long count, String unit) {
        var plural = unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s";
        return String.format(java.util.Locale.ROOT, "%,d ", count) + (count == 1 ? unit : plural);
    }

    /** The beginning of the value's text; tables and arrays are told apart by their size, not their content. */
    private static String shortValue(Object value) {
        if (value instanceof Table table) {
            return String.join(", ", table.columnNames());
        }
        String text;
        try {
            text = value != null && value.getClass().isArray() ? elements(value) : String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return "(its toString fails: " + e.getClass().getSimpleName() + ")";
        }
        var line = text.lines().findFirst().orElse("");
        var rest = line.length() > LONGEST_VALUE || line.length() < text.length();
        return line.substring(0, Math.min(line.length(), LONGEST_VALUE)) + (rest ? " …" : "");
    }

    private static String elements(Object array) {
        var shown = new ArrayList<String>();
        for (var i = 0; i < Math.min(Array.getLength(array), LONGEST_VALUE / 3); i++) {
            var element = Array.get(array, i);
            shown.add(element != null && element.getClass().isArray() ? "[…]" : String.valueOf(element));
        }
        return shown.stream()
                .collect(Collectors.joining(", ", "[", Array.getLength(array) > shown.size() ? ", …" : "]"));
    }

    private static MimeBundle bundle(List<List<String>> rows, List<String> methods, List<String> types) {
        var below = new ArrayList<String>();
        if (!methods.isEmpty()) {
            below.add("Methods: " + String.join(", ", methods));
        }
        if (!types.isEmpty()) {
            below.add("Types: " + String.join(", ", types));
        }
        if (rows.isEmpty() && below.isEmpty()) {
            return MimeBundle.text("Nothing is declared yet.");
        }
        var text = new ArrayList<String>();
        rows.forEach(row -> text.add(row.get(0) + ": " + row.get(1)
                + (row.get(2).isBlank() ? "" : " (" + row.get(2) + ")") + " = " + row.get(3)));
        text.addAll(below);
        var html = new StringBuilder();
        if (!rows.isEmpty()) {
            html.append("<table><thead><tr>");
            HEADINGS.forEach(heading -> html.append("<th style=\"text-align:left\">")
                    .append(heading)
                    .append("</th>"));
            html.append("</tr></thead><tbody>");
            for (var row : rows) {
                html.append("<tr>");
                row.forEach(cell -> html.append("<td style=\"text-align:left\">")
                        .append(Html.escape(cell))
                        .append("</td>"));
                html.append("</tr>");
            }
            html.append("</tbody></table>");
        }
        below.forEach(line -> html.append("<div>").append(Html.escape(line)).append("</div>"));
        return MimeBundle.html(html.toString(), String.join("\n", text));
    }
}
