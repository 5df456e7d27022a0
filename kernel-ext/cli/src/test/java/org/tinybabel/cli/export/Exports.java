package org.tinybabel.cli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.authoring.EditedAnswer;
import org.tinybabel.grader.authoring.EditedAnswers;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.solutions.Solutions;

/** The exports of this very kit, made once for all tests. */
final class Exports {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final CourseContents COURSE = CourseContents.read(new Kit(ROOT));
    static final ExportedFiles SITE = Site.of(COURSE, ROOT);
    static final ExportedFiles HANDOUT = Handout.of(COURSE, Solutions.exercises());
    static final ExportedFiles INSTRUCTOR = instructor(List.of());

    private static final Pattern SOLUTION = Pattern.compile("(?s)BEGIN SOLUTION(?: -->)?(.*?)(?://|<!--) END SOLUTION");

    private Exports() {}

    static ExportedFiles instructor(List<org.tinybabel.cli.course.Document> documents) {
        return InstructorEdition.of(COURSE, Solutions.exercises(), ROOT.resolve("solutions"), documents);
    }

    static Document page(ExportedFiles files, String path) {
        return Jsoup.parse(files.text(path));
    }

    static List<String> pages(ExportedFiles files) {
        return files.paths().stream().filter(path -> path.endsWith(".html")).toList();
    }

    /** What stands between the marks of the master notebooks. */
    static List<String> solutions() {
        return COURSE.exercises().stream()
                .flatMap(exercise -> master(exercise.id()).cells().stream())
                .map(Cell::source)
                .flatMap(source -> SOLUTION.matcher(source).results())
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static Notebook master(String id) {
        try {
            return Notebook.read(ROOT.resolve("solutions").resolve(id + ".ipynb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words without regard to how they are broken into lines. */
    static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static List<EditedAnswer> wrongAnswers(String id) throws IOException {
        return EditedAnswers.of(EditedAnswers.Kind.WRONG, ROOT.resolve("solutions"), id)
                .answers();
    }
}
