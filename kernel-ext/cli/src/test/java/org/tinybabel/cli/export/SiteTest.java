package org.tinybabel.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.cli.export.Exports.COURSE;
import static org.tinybabel.cli.export.Exports.ROOT;
import static org.tinybabel.cli.export.Exports.SITE;
import static org.tinybabel.cli.export.Exports.flat;
import static org.tinybabel.cli.export.Exports.page;
import static org.tinybabel.cli.export.Exports.pages;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.lesson.Glossary;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

class SiteTest {

    @Test
    void eachPaperHasACardAndSaysWhetherItIsDone() {
        assertThat(COURSE.papers()).hasSize(30).allSatisfy(paper -> {
            var card = page(SITE, "papers/" + paper.id() + ".html");
            assertThat(card.select("h1").text()).isEqualTo(paper.title());
            assertThat(card.select("main").text()).contains(paper.authors(), paper.arxiv(), paper.status());
            assertThat(card.select("a[href*=notebooks/" + paper.id() + "]").isEmpty())
                    .isEqualTo(paper.status().equals("planned"));
        });
    }

    @Test
    void theFrontPageShowsWhatEachNotebookAsksAndFinds() {
        var cards = page(SITE, "index.html").select("ul.cards > li");

        assertThat(cards).hasSameSizeAs(COURSE.walkthroughs());
        for (var i = 0; i < cards.size(); i++) {
            var walkthrough = COURSE.walkthroughs().get(i);
            assertThat(cards.get(i).text())
                    .contains(
                            walkthrough.lesson().question(),
                            "read " + walkthrough.lesson().minutes().read() + " min",
                            LessonFacts.verdicts(walkthrough));
        }
    }

    @Test
    void verdictsAreCountedFromTheStoredOutputs() throws NotebookFormatException {
        var notebook = Notebook.parse(
                """
                {"nbformat": 4, "cells": [{"cell_type": "code", "outputs": [{"data": {"application/vnd.tinybabel.verdicts+json":
                {"verdicts": [{"id": "A", "verdict": "out of scope"}, {"id": "B", "verdict": "reproduced"},
                {"id": "C", "verdict": "reproduced"}, {"id": "D"}]}}}]}]}""",
                "a notebook");

        assertThat(LessonFacts.verdicts(
                        new Walkthrough(COURSE.walkthroughs().get(0).lesson(), notebook, Verdicts.of(notebook))))
                .isEqualTo("2 reproduced, 1 out of scope");
    }

    @Test
    void aWalkthroughHasItsOutputsItsLessonAndTheWayOn() {
        var page = page(SITE, "notebooks/01-bigram-subnetworks.html");
        var lesson = COURSE.walkthrough("01-bigram-subnetworks").orElseThrow().lesson();

        assertThat(page.select(".outputs figure img"))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture.attr("alt")).isNotBlank());
        assertThat(page.select("main").text())
                .contains(lesson.objectives())
                .contains(lesson.keyPoints())
                .contains(lesson.terms());
        assertThat(page.select("nav.steps a").eachAttr("href"))
                .containsExactly("../notebooks/00-start-here.html", "../notebooks/02-cloned-languages.html");
    }

    @Test
    void linksBetweenNotebooksLeadToTheirPages() {
        assertThat(page(SITE, "notebooks/01-bigram-subnetworks.html")
                        .select(".text a")
                        .eachAttr("href"))
                .contains("../exercises/01-bigram-subnetworks.html");
        assertThat(page(SITE, "notebooks/00-start-here.html").select(".text a").eachAttr("href"))
                .contains("01-bigram-subnetworks.html");
    }

    @Test
    void theGlossaryHasEveryTermWithTheNotebooksThatIntroduceIt() {
        var glossary = page(SITE, "glossary.html");

        assertThat(glossary.select("dt").eachText())
                .containsExactlyElementsOf(
                        COURSE.glossary().stream().map(Glossary.Term::term).toList());
        for (var walkthrough : COURSE.walkthroughs()) {
            for (var term : walkthrough.lesson().terms()) {
                var definition = glossary.select("dt").stream()
                        .filter(entry -> entry.ownText().equals(term))
                        .map(Element::nextElementSibling)
                        .map(Element::text);
                assertThat(definition).as(term).singleElement().asString().contains(walkthrough.name());
            }
        }
    }

    @Test
    void noSolutionStandsOnAnyPage() {
        assertThat(Exports.solutions()).hasSizeGreaterThan(10);
        for (var path : pages(SITE)) {
            var text = flat(page(SITE, path).wholeText());
            assertThat(Exports.solutions()).as(path).noneMatch(solution -> text.contains(flat(solution)));
        }
    }

    @Test
    void aSolutionWouldBeFound() {
        var exercise = page(SITE, "exercises/02-cloned-languages.html");
        exercise.select("pre code").first().text(Exports.solutions().get(3));

        assertThat(flat(exercise.wholeText())).contains(flat(Exports.solutions().get(3)));
    }

    @Test
    void nothingIsLoadedAndOnlyTheSearchMayRun() throws Exception {
        for (var path : pages(SITE)) {
            var page = page(SITE, path);
            var policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            assertThat(policy).as(path).startsWith("default-src 'none';");
            assertThat(page.select("link, script[src], iframe, [src^=http]"))
                    .as(path)
                    .isEmpty();
            assertThat(policy.contains("script-src")).as(path).isEqualTo(path.equals("search.html"));
        }
        var search = page(SITE, "search.html");
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(search.select("script:not([type])").first().data().getBytes(StandardCharsets.UTF_8));
        assertThat(search.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .endsWith("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void theSearchKnowsThePagesAndWorksAsAnIndexWithoutItsScript() {
        var search = page(SITE, "search.html");
        var index = JsonParser.parseString(search.select("#sections").first().data())
                .getAsJsonArray();
        var paths = StreamSupport.stream(index.spliterator(), false)
                .map(section -> section.getAsJsonObject().get("path").getAsString())
                .toList();

        assertThat(paths.stream().map(path -> path.replaceFirst("#.*", "")).distinct())
                .containsExactlyInAnyOrderElementsOf(pages(SITE).stream()
                        .filter(path -> !path.equals("search.html"))
                        .toList());
        assertThat(search.select("#index a").eachAttr("href")).containsAll(paths);
    }

    @Test
    void aMissingPictureIsNamed() throws NotebookFormatException {
        var notebook = Notebook.parse(
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": \"![a](images/none.png)\"}]}",
                "one");
        var lesson = COURSE.walkthroughs().get(0).lesson();
        var course = new CourseContents(
                List.of(), List.of(), List.of(new Walkthrough(lesson, notebook, Verdicts.of(notebook))), List.of());

        assertThatThrownBy(() -> Site.of(course, ROOT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("images/none.png")
                .hasMessageContaining("notebooks/00-start-here.ipynb");
    }

    @Test
    void picturesOfANotebookComeAlong() throws NotebookFormatException {
        var notebook = Notebook.parse(
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": \"![a](images/01-in-jupyterlab.png)\"}]}",
                "one");
        var lesson = COURSE.walkthroughs().get(0).lesson();
        var course = new CourseContents(
                List.of(), List.of(), List.of(new Walkthrough(lesson, notebook, Verdicts.of(notebook))), List.of());

        assertThat(Site.of(course, ROOT).paths())
                .contains(Path.of("notebooks/images/01-in-jupyterlab.png").toString());
    }

    @Test
    void whoLearnsAloneCanOpenTheSolutions() {
        var solved = Site.of(Exports.COURSE.withFoldedSolutions(Exports.ROOT.resolve("solutions")), Exports.ROOT);
        for (var exercise : Exports.COURSE.exercises()) {
            var page = Exports.page(solved, "exercises/" + exercise.id() + ".html");
            assertThat(page.select("details > summary:containsOwn(Solution)")).isNotEmpty();
            assertThat(page.text()).doesNotContain("BEGIN SOLUTION", "END SOLUTION");
        }
        var all = Exports.flat(Exports.pages(solved).stream()
                .map(path -> Exports.page(solved, path).text())
                .collect(java.util.stream.Collectors.joining(" ")));
        assertThat(Exports.solutions())
                .filteredOn(solution -> solution.lines().count() == 1 && solution.endsWith(";"))
                .isNotEmpty()
                .allSatisfy(solution -> assertThat(all).contains(Exports.flat(solution)));
    }
}
