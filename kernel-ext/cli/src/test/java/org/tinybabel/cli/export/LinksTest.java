package org.tinybabel.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of an export leads to a page of the export, and to a name on it. */
class LinksTest {

    static Stream<ExportedFiles> exports() {
        return Stream.of(Exports.SITE, Exports.HANDOUT, Exports.INSTRUCTOR);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyInternalLinkAndAnchorResolves(ExportedFiles files) {
        assertThat(dead(files)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyPageCanBeReachedFromTheIndex(ExportedFiles files) {
        var reached = new ArrayList<>(List.of("index.html"));
        for (var i = 0; i < reached.size(); i++) {
            var from = reached.get(i);
            for (var link : links(Exports.page(files, from))) {
                var path = path(from, link);
                if (!reached.contains(path)) {
                    reached.add(path);
                }
            }
        }
        assertThat(reached).containsAll(Exports.pages(files));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void namesToLinkToAreUnique(ExportedFiles files) {
        for (var path : Exports.pages(files)) {
            assertThat(Exports.page(files, path).select("[id]").eachAttr("id"))
                    .as(path)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void deadLinksAreFound() {
        var files = new ExportedFiles();
        files.add("a.html", "<p id='here'><a href='b.html'>b</a><a href='#there'>c</a><a href='#here'>d</a>");

        assertThat(dead(files)).containsExactly("a.html -> b.html", "a.html -> #there");
    }

    private static List<String> dead(ExportedFiles files) {
        var dead = new ArrayList<String>();
        for (var from : Exports.pages(files)) {
            var page = Exports.page(files, from);
            for (var link : links(page)) {
                var target = path(from, link);
                var there = files.paths().contains(target)
                        ? Optional.of(Exports.page(files, target))
                        : Optional.<Document>empty();
                var anchor = link.contains("#") ? decoded(link.replaceFirst(".*#", "")) : "";
                if (there.isEmpty() || !anchor.isEmpty() && there.get().getElementById(anchor) == null) {
                    dead.add(from + " -> " + link);
                }
            }
        }
        return dead;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> links(Document page) {
        var links = new ArrayList<>(page.select("a[href]").eachAttr("href"));
        links.addAll(page.select("img[src]").eachAttr("src"));
        links.removeIf(link -> link.matches("(https?|data):.*"));
        return links;
    }

    private static String path(String from, String link) {
        var target = link.replaceFirst("#.*", "");
        return target.isEmpty()
                ? from
                : Path.of(from).resolveSibling(target).normalize().toString().replace('\\', '/');
    }
}
