package org.tinybabel.cli.selftest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinybabel.cli.grading.Grading;
import org.tinybabel.kernel.notebook.Notebook;

/** Files that no notebook can be made of; each must be told so, and nothing else may happen. */
final class BrokenFiles {

    private BrokenFiles() {}

    /** Names and contents. */
    static Map<String, Grading.Bytes> all(Notebook solution) {
        var files = new LinkedHashMap<String, Grading.Bytes>();
        files.put("empty-file", () -> new byte[0]);
        files.put("not-json", () -> text("this is no notebook"));
        files.put("not-utf-8", () -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        files.put("other-format", () -> text("{\"nbformat\": 3, \"worksheets\": []}"));
        files.put("cells-are-numbers", () -> text("{\"nbformat\": 4, \"cells\": [1, 2, 3]}"));
        files.put(
                "source-is-an-object",
                () -> text("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [{}, [1]]}]}"));
        files.put("deep-brackets", () -> text("[".repeat(1_000_000)));
        files.put("hundred-megabytes", () -> text(" ".repeat(100_000_000)));
        files.put(
                "fifty-thousand-cells",
                () -> text("{\"nbformat\": 4, \"metadata\": {}, \"cells\": ["
                        + "{\"cell_type\": \"code\", \"source\": \"1;\"},".repeat(49_999)
                        + "{\"cell_type\": \"code\", \"source\": \"1;\"}]}"));
        files.put(
                "half-a-file",
                () -> text(solution.toText().substring(0, solution.toText().length() / 2)));
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
