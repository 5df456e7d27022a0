package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.language.Completion;
import org.tinybabel.kernel.language.LanguageTools.Completions;
import org.tinybabel.kernel.magic.MagicCell;
import org.tinybabel.kernel.magic.MagicException;
import org.tinybabel.kernel.magic.Magics;
import org.tinybabel.kernel.protocol.Message;

/** Answers what front ends ask about code while it is written. */
final class LanguageService {

    private static final Pattern MAGIC = Pattern.compile("(?:.*=)?[ \\t]*(%%?\\w*)");

    private static final Pattern MAGIC_LINE = Pattern.compile("(?m)^[ \\t]*%[^\\r\\n]*");
    private static final Logger LOG = LoggerFactory.getLogger(LanguageService.class);

    private final Evaluator evaluator;
    private final Magics magics;

    LanguageService(Evaluator evaluator, Magics magics) {
        this.evaluator = evaluator;
        this.magics = magics;
    }

    /** Has the compiler and the index of types loaded before the first question needs them. */
    void warmUp() {
        for (var code : List.of("System.out.pr", "Lis")) {
            evaluator.language().complete(evaluator.scope(), code, code.length());
        }
    }

    JsonObject complete(Message request) {
        var code = request.text("code", "");
        var cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
        var magic = MAGIC.matcher(code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor));
        var found = magic.matches()
                ? completions(magic.group(1), cursor)
                : ask(() -> evaluator.language().complete(evaluator.scope(), blankMagics(code), cursor))
                        .orElseGet(() -> new Completions(cursor, List.of()));
        var content = Replies.ok();
        content.add(
                "matches",
                Replies.strings(found.matches().stream().map(Completion::text).toList()));
        content.addProperty("cursor_start", CodePoints.fromIndex(code, found.start()));
        content.addProperty("cursor_end", CodePoints.fromIndex(code, cursor));
        content.add("metadata", types(found.matches(), content));
        return content;
    }

    private Completions completions(String magic, int cursor) {
        return new Completions(
                cursor - magic.length(),
                magics.completions(magic).stream()
                        .map(name -> new Completion(name, "magic", ""))
                        .toList());
    }

    private static JsonObject types(List<Completion> matches, JsonObject content) {
        var types = new JsonArray();
        for (var match : matches) {
            var type = new JsonObject();
            type.add("start", content.get("cursor_start"));
            type.add("end", content.get("cursor_end"));
            type.addProperty("text", match.text());
            type.addProperty("type", match.kind());
            type.addProperty("signature", match.signature());
            types.add(type);
        }
        var metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        return metadata;
    }

    /** Lines with magics as blanks of the same length, so that positions stay. */
    private static String blankMagics(String code) {
        return MAGIC_LINE.matcher(code).replaceAll(line -> " "
                .repeat(line.group().length()));
    }

    /** The compiler trips over some code that does not parse; then there is nothing to say about it. */
    private static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            LOG.debug("A question about code failed.", e);
            return Optional.empty();
        }
    }

    JsonObject inspect(Message request) {
        var code = request.text("code", "");
        var cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
        var found = ask(() -> evaluator.language().inspect(evaluator.scope(), blankMagics(code), cursor))
                .flatMap(Function.identity());
        var content = Replies.ok();
        content.addProperty("found", found.isPresent());
        var data = new JsonObject();
        found.ifPresent(description -> {
            data.addProperty("text/plain", description.plain());
            data.addProperty("text/html", description.html());
        });
        content.add("data", data);
        content.add("metadata", new JsonObject());
        return content;
    }

    JsonObject isComplete(Message request) {
        return ask(() -> completeness(request.text("code", ""))).orElseGet(() -> Replies.status("unknown"));
    }

    private JsonObject completeness(String code) {
        String source;
        try {
            source = MagicCell.parse(code, magics).code();
        } catch (MagicException e) {
            return Replies.status("invalid");
        }
        var fault = evaluator.split(source).fault();
        if (fault.isPresent() && fault.get().unfinished()) {
            var content = Replies.status("incomplete");
            content.addProperty("indent", "    ".repeat(evaluator.language().depth(source)));
            return content;
        }
        return Replies.status(fault.isPresent() ? "invalid" : "complete");
    }
}
