package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.language.Token.Kind;

/**
 * Every character of a cell belongs to a part that is evaluated, or to an error that is shown: in some thousand files, in
 * cells made of what stands in them, and in what is left of those when they are damaged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSourcesTest {

    private static final long SEED = 20261127;
    private static final Pattern BLANK = Pattern.compile("(?s)(//[^\\n\\r]*|/\\*.*?\\*/|[\\s;])*+");
    private static final Pattern COMMENTS = Pattern.compile("(?s)^(//[^\\n\\r]*|/\\*.*?\\*/|\\s)*+");
    private static final List<String> BETWEEN =
            List.of("\n", " ", "\r\n", "\n;\n", "\n// comment; {\n", "\n/** Comment * \" ' */\n", ";;");
    private static final List<String> DAMAGE = List.of(
            "}",
            "{",
            ";",
            "(",
            ")",
            "\"",
            "'",
            "\"\"\"",
            "/*",
            "*/",
            "//",
            "@",
            "default ",
            "case 1 -> ",
            "class ",
            "else ",
            "non-sealed ",
            "static ",
            "\\u007b",
            "\\",
            "#",
            "=",
            "->",
            "import ",
            "yield 1;");

    private final CellSplitter splitter = new CellSplitter(List.of());
    private List<String> files;
    private List<List<String>> mixtures;

    @BeforeAll
    void readFiles() {
        files = RealSources.cells();
        var chosen = new ArrayList<>(files);
        Collections.shuffle(chosen, new Random(SEED));
        mixtures = chosen.subList(0, 300).parallelStream()
                .map(RealSources::pieces)
                .map(RealSourcesTest::some)
                .filter(pieces -> !pieces.isEmpty())
                .toList();
    }

    private static List<String> some(List<String> pieces) {
        var shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(8, shuffled.size()));
    }

    private String cell(List<String> pieces, Random random) {
        return pieces.stream()
                .map(piece -> piece + BETWEEN.get(random.nextInt(BETWEEN.size())))
                .collect(Collectors.joining());
    }

    /** What is in no part is blank, up to the fault or to the end. */
    private static void assertThatNothingIsLost(String cell, CellParts split) {
        var at = 0;
        for (var part : split.parts()) {
            assertThat(cell.substring(at, part.start())).as(cell).matches(BLANK);
            assertThat(part.end()).as(cell).isGreaterThan(part.start());
            assertThat(part.source())
                    .isIn(cell.substring(part.start(), part.end()), cell.substring(part.start(), part.end()) + ";");
            at = part.end();
        }
        var end = split.fault().map(CellParts.Fault::start).orElse(cell.length());
        assertThat(cell.substring(at, end)).as(cell).matches(BLANK);
    }

    @Test
    void thousandsOfFilesAreCutWithoutRest() {
        assertThat(files).hasSizeGreaterThan(2_000);
        files.parallelStream().forEach(file -> {
            var split = splitter.split(file);

            assertThat(split.fault()).as(file).isEmpty();
            assertThatNothingIsLost(file, split);
        });
    }

    /** So a word is never more or less than what the compiler takes for one; of signs, several may be one operator. */
    @Test
    void blanksAroundWordsChangeNothing() {
        files.parallelStream().forEach(file -> {
            var spread = new StringBuilder();
            Token before = null;
            for (var word : Token.withoutComments(file)) {
                var signs = before != null && before.kind() == Kind.SYMBOL && word.kind() == Kind.SYMBOL;
                if (before != null && (!signs || word.start() > before.end())) {
                    spread.append('\n');
                }
                spread.append(word.in(file));
                before = word;
            }

            assertThat(RealSources.tree(spread.toString())).as(file).isPresent().isEqualTo(RealSources.tree(file));
        });
    }

    @Test
    void membersAndStatementsAreCutWhereTheyWerePutTogether() {
        IntStream.range(0, mixtures.size()).parallel().forEach(i -> {
            var pieces = mixtures.get(i);
            var cell = cell(pieces, new Random(SEED + i));
            var split = splitter.split(cell);

            assertThat(split.fault()).as(cell).isEmpty();
            assertThatNothingIsLost(cell, split);
            assertThat(split.parts())
                    .as(cell)
                    .map(part -> COMMENTS.matcher(part.source()).replaceFirst(""))
                    .isEqualTo(pieces.stream()
                            .map(piece -> COMMENTS.matcher(piece).replaceFirst(""))
                            .toList());
        });
    }

    @Test
    void damagedCodeLosesNothingEither() {
        IntStream.range(0, mixtures.size()).parallel().forEach(i -> {
            var random = new Random(SEED + i);
            var cell = damaged(cell(mixtures.get(i), random), random);

            assertThatNothingIsLost(cell, splitter.split(cell));
        });
    }

    private static String damaged(String cell, Random random) {
        var damaged = new StringBuilder(cell);
        for (var times = 1 + random.nextInt(2); times > 0; times--) {
            var at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(40)));
                case 1 -> damaged.insert(at, DAMAGE.get(random.nextInt(DAMAGE.size())));
                default -> damaged.insert(at, damaged.substring(Math.max(0, at - random.nextInt(40)), at));
            }
            damaged.append('\n');
        }
        return damaged.toString();
    }

    @Test
    void codeThatIsStillBeingTypedIsNeverCalledWrong() {
        IntStream.range(0, mixtures.size()).parallel().forEach(i -> {
            var random = new Random(SEED + i);
            var cell = cell(mixtures.get(i), random);
            var words = Token.withoutComments(cell);
            var typed =
                    cell.substring(0, words.get(random.nextInt(words.size())).end());
            var split = splitter.split(typed);

            assertThatNothingIsLost(typed, split);
            assertThat(split.fault().stream().toList()).as(typed).allMatch(CellParts.Fault::unfinished);
        });
    }

    /** If JShell stopped before the end of a part, it would not mind that the end is missing. */
    @Test
    void jshellTakesEachPartWhole() {
        try (var shell =
                JShell.builder().executionEngine(new IdleExecution(), Map.of()).build()) {
            for (var pieces : mixtures.subList(0, 30)) {
                for (var part : splitter.split(String.join("\n", pieces)).parts()) {
                    var without = part.source().replaceFirst("(?s)\\)?.$", "");
                    assertThat(without.isEmpty()
                                    || part.source().endsWith(";")
                                            && !part.source().endsWith(");")
                                    || isBroken(shell, without))
                            .as(part.source())
                            .isTrue();
                }
            }
        }
    }

    private static boolean isBroken(JShell shell, String source) {
        return shell.eval(source).stream()
                .map(SnippetEvent::snippet)
                .flatMap(shell::diagnostics)
                .map(Diag::getCode)
                .anyMatch(code -> code.matches(
                        "compiler\\.err\\.(expected|premature|illegal\\.start|unclosed|.*without).*|jdk\\.eval\\..*"));
    }

    @Test
    void evaluatedCellsDeclareAllThatTheyHoldOrSayWhyNot() {
        try (var evaluator =
                Evaluator.builder().execution(new IdleExecution(), Map.of()).build()) {
            for (var i = 0; i < 40; i++) {
                var random = new Random(SEED + i);
                var whole = cell(mixtures.get(i), random);
                var cell = i % 3 == 0 ? damaged(whole, random) : whole;
                var outcome = evaluator.evaluate(cell, i);

                if (outcome instanceof CellOutcome.CompileFailed failed) {
                    assertThat(failed.problems()).as(cell).isNotEmpty();
                } else {
                    assertThat(names(evaluator)).as(cell).containsAll(names(evaluator.split(cell)));
                }
                evaluator.forgetAll();
            }
        }
    }

    private static Set<String> names(CellParts split) {
        assertThat(split.fault()).isEmpty();
        return split.parts().stream().flatMap(part -> part.names().stream()).collect(Collectors.toSet());
    }

    private static Set<String> names(Evaluator evaluator) {
        return evaluator
                .shell()
                .snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .filter(snippet -> evaluator.shell().status(snippet) != Snippet.Status.DROPPED)
                .map(snippet -> ((DeclarationSnippet) snippet).name())
                .collect(Collectors.toSet());
    }
}
