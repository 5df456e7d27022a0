package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.tinybabel.display.Html;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.protocol.Message;

/** Answers what front ends ask about code while it is written. */
final class LanguageService {

    private static final int MOST_MATCHES = 500;

    private final Evaluator evaluator;

    LanguageService(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The part of a cell that holds the cursor, since JShell looks at one snippet at a time. */
    private record Part(String source, int start, int cursor) {}

    JsonObject complete(Message request) {
        var code = request.text("code", "");
        var cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
        var anchor = new int[] {0};
        var matches = new LinkedHashMap<String, String>();
        var part = part(code, cursor);
        evaluator
                .locked(() -> evaluator
                        .shell()
                        .sourceCodeAnalysis()
                        .completionSuggestions(part.source(), part.cursor(), anchor))
                .stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .filter(match -> !match.contains("$"))
                .limit(MOST_MATCHES)
                .forEach(match -> matches.putIfAbsent(match, kind(match)));
        var start = matches.isEmpty() ? cursor : part.start() + anchor[0];
        var content = Replies.ok();
        content.add("matches", Replies.strings(List.copyOf(matches.keySet())));
        content.addProperty("cursor_start", CodePoints.fromIndex(code, start));
        content.addProperty("cursor_end", CodePoints.fromIndex(code, cursor));
        content.add("metadata", types(matches, content));
        return content;
    }

    private static String kind(String match) {
        var name = match.endsWith(".") ? match.substring(0, match.length() - 1) : match;
        if (match.contains("(")) {
            return Character.isUpperCase(match.charAt(0)) ? "class" : "function";
        } else if (match.endsWith(".")) {
            return "module";
        } else if (javax.lang.model.SourceVersion.isKeyword(name)) {
            return "keyword";
        }
        return Character.isUpperCase(match.charAt(0)) && !name.equals(name.toUpperCase(java.util.Locale.ROOT))
                ? "class"
                : "instance";
    }

    private static JsonObject types(Map<String, String> matches, JsonObject content) {
        var types = new JsonArray();
        matches.forEach((match, kind) -> {
            var type = new JsonObject();
            type.add("start", content.get("cursor_start"));
            type.add("end", content.get("cursor_end"));
            type.addProperty("text", match);
            type.addProperty("type", kind);
            types.add(type);
        });
        var metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        return metadata;
    }

    private Part part(String code, int cursor) {
        return evaluator.locked(() -> {
            var analysis = evaluator.shell().sourceCodeAnalysis();
            var start = 0;
            var rest = blankMagics(code);
            while (true) {
                var info = analysis.analyzeCompletion(rest);
                var length = rest.length() - info.remaining().length();
                if (!info.completeness().isComplete() || length <= 0 || start + length >= cursor) {
                    return new Part(rest, start, cursor - start);
                }
                start += length;
                rest = info.remaining();
            }
        });
    }

    /** Lines with magics as blanks of the same length, so that positions stay. */
    private static String blankMagics(String code) {
        return code.indexOf('%') < 0
                ? code
                : code.lines()
                        .map(line -> line.strip().startsWith("%") ? " ".repeat(line.length()) : line)
                        .collect(Collectors.joining("\n", "", code.endsWith("\n") ? "\n" : ""));
    }

    JsonObject inspect(Message request) {
        var code = request.text("code", "");
        var cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
        var end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        var found = documentation(part(code, end), request.number("detail_level", 0));
        var content = Replies.ok();
        content.addProperty("found", !found.isEmpty());
        var data = new JsonObject();
        if (!found.isEmpty()) {
            data.addProperty(
                    "text/plain", found.stream().map(LanguageService::plain).collect(Collectors.joining("\n\n")));
            data.addProperty(
                    "text/html", found.stream().map(LanguageService::html).collect(Collectors.joining("<hr>")));
        }
        content.add("data", data);
        content.add("metadata", new JsonObject());
        return content;
    }

    private List<Documentation> documentation(Part part, int detail) {
        return evaluator.locked(() -> {
            var analysis = evaluator.shell().sourceCodeAnalysis();
            var before = part.source().substring(0, part.cursor());
            // JShell knows methods only by a call: a name without one becomes the start of a call.
            for (var attempt : List.of(before + "(", before)) {
                var found = analysis.documentation(attempt, attempt.length(), true);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.<Documentation>of();
        });
    }

    private static String plain(Documentation documentation) {
        var doc = documentation.javadoc();
        return documentation.signature() + (doc == null || doc.isBlank() ? "" : "\n\n" + doc.strip());
    }

    private static String html(Documentation documentation) {
        var doc = documentation.javadoc();
        return "<pre>" + Html.escape(documentation.signature()) + "</pre>"
                + (doc == null
                        ? ""
                        : "<div>" + doc.replaceAll("(?m)^\\s*@(param|return|throws|since|see)", "<br><b>@$1</b>")
                                + "</div>");
    }

    JsonObject isComplete(Message request) {
        var code = request.text("code", "");
        String source;
        try {
            source = Magics.of(code).source();
        } catch (IllegalArgumentException e) {
            return Replies.status("invalid");
        }
        var rest = source;
        var completeness = Completeness.EMPTY;
        while (!rest.isBlank()) {
            var now = rest;
            var info = evaluator.locked(
                    () -> evaluator.shell().sourceCodeAnalysis().analyzeCompletion(now));
            completeness = info.completeness();
            if (!completeness.isComplete() || info.remaining().length() >= rest.length()) {
                break;
            }
            rest = info.remaining();
        }
        return switch (completeness) {
            case DEFINITELY_INCOMPLETE -> {
                var content = Replies.status("incomplete");
                content.addProperty("indent", "    ".repeat(openBraces(code)));
                yield content;
            }
            case UNKNOWN -> Replies.status("invalid");
            default -> Replies.status("complete");
        };
    }

    private static int openBraces(String code) {
        var open = 0;
        for (var c : code.toCharArray()) {
            open = Math.max(0, open + (c == '{' ? 1 : c == '}' ? -1 : 0));
        }
        return open;
    }
}
