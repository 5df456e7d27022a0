package org.tinybabel.cli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.export.CourseContents.Exercise;
import org.tinybabel.cli.export.CourseContents.Paper;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.export.Frame.Place;

/**
 * The whole course as a static site: a front page, a page for each walk-through and each exercise, a card for each paper, the
 * glossary, and a search that works without a server.
 *
 * <p>Its folders are those of the kit, so that links between notebooks stay what they are but for their endings.
 */
public final class Site {

    private static final Frame FRAME = new Frame(
            "TinyBabel",
            List.of(
                    new Place("index.html", "Papers"),
                    new Place("glossary.html", "Glossary"),
                    new Place("search.html", "Search")));

    private final CourseContents course;
    private final Path home;
    private final ExportedFiles files = new ExportedFiles();
    private final SearchIndex index = new SearchIndex();
    private final Set<String> pages = new HashSet<>();

    private Site(CourseContents course, Path home) {
        this.course = course;
        this.home = home;
        FRAME.places().forEach(place -> pages.add(place.path()));
        course.papers().forEach(paper -> pages.add(page(paper)));
        course.walkthroughs().forEach(walkthrough -> pages.add(page(walkthrough)));
        course.exercises().forEach(exercise -> pages.add(page(exercise)));
    }

    /**
     * Makes the site.
     *
     * @param course what it is about
     * @param home the kit's folder, in which the notebooks' pictures lie
     * @return its files
     * @throws UserError if a picture is missing
     */
    public static ExportedFiles of(CourseContents course, Path home) {
        var site = new Site(course, home);
        site.add("index.html", FrontPage.of(course));
        course.walkthroughs().forEach(site::add);
        course.exercises().forEach(site::add);
        course.papers().forEach(paper -> site.add(page(paper), PaperCard.of(course, paper)));
        site.add("glossary.html", GlossaryPage.of(course));
        course.glossary().forEach(site.index::add);
        site.files.add("search.html", FRAME.page("search.html", SearchPage.of(site.index)));
        return site.files;
    }

    static String page(Walkthrough walkthrough) {
        return "notebooks/" + walkthrough.lesson().id() + ".html";
    }

    static String page(Exercise exercise) {
        return "exercises/" + exercise.id() + ".html";
    }

    static String page(Paper paper) {
        return "papers/" + paper.id() + ".html";
    }

    private void add(Walkthrough walkthrough) {
        addNotebook(page(walkthrough), LearnerPage.of(course, walkthrough));
    }

    private void add(Exercise exercise) {
        addNotebook(page(exercise), ExercisePage.of(course, exercise));
    }

    private void addNotebook(String path, Content content) {
        var main = PageContent.relinked(content.main(), target -> moved(path, target));
        PageContent.pictures(main).forEach(picture -> addPicture(path, picture));
        add(path, content.withMain(main));
    }

    private void add(String path, Content content) {
        index.add(path, content);
        files.add(path, FRAME.page(path, content));
    }

    /** Where a link of a notebook leads on the site; empty if the site has no such page. */
    private Optional<String> moved(String from, String target) {
        var page = target.replaceFirst("\\.ipynb(?=$|#)", ".html");
        var path = inSite(from, page.replaceFirst("#.*", ""));
        return pages.contains(path) ? Optional.of(page) : Optional.empty();
    }

    private static String inSite(String from, String target) {
        return Path.of(from).resolveSibling(target).normalize().toString().replace('\\', '/');
    }

    private void addPicture(String from, String picture) {
        var path = inSite(from, picture);
        try {
            files.add(path, Files.readAllBytes(home.resolve(path)));
        } catch (IOException e) {
            throw new UserError("The picture " + picture + " of " + from.replace(".html", ".ipynb")
                    + " cannot be read (" + e + ").");
        }
    }
}
