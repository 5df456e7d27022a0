package org.tinybabel.cli.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.page.FidelityPage;
import org.tinybabel.cli.page.NotebookBody;
import org.tinybabel.cli.page.Section;
import org.tinybabel.display.Html;
import org.tinybabel.display.Quiz;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.authoring.EditedAnswer;
import org.tinybabel.solutions.Solutions;

/** What an instructor wants to know about one notebook and its exercise. */
final class InstructorPage {

    private static final String UP = "../";

    private final CourseContents course;
    private final Walkthrough walkthrough;
    private final List<EditedAnswer> wrong;

    private InstructorPage(CourseContents course, Walkthrough walkthrough, List<EditedAnswer> wrong) {
        this.course = course;
        this.walkthrough = walkthrough;
        this.wrong = wrong;
    }

    static Content of(
            CourseContents course, Walkthrough walkthrough, Optional<Questions> questions, List<EditedAnswer> wrong) {
        var page = new InstructorPage(course, walkthrough, wrong);
        var main = "<h1>" + Html.escape(walkthrough.name()) + "</h1>\n" + page.lesson() + page.quiz() + page.fidelity()
                + questions.map(page::exercise).orElse("");
        return Content.of(walkthrough.name(), main)
                .withContents(contents(main))
                .withBelow(Markup.steps(
                        course.walkthroughs(),
                        walkthrough,
                        other -> UP + InstructorEdition.path(other),
                        Walkthrough::name));
    }

    private static String contents(String main) {
        var sections = PageContent.parse(main).select("h2[id]").stream()
                .map(heading -> new Section(heading.id(), heading.text()))
                .toList();
        return new NotebookBody("", sections, true).contents();
    }

    private String lesson() {
        var lesson = walkthrough.lesson();
        return "<div class=\"about\">\n" + Markup.facts(facts()) + "</div>\n"
                + Markup.heading(2, "objectives", "Objectives") + Markup.list(lesson.objectives())
                + Markup.heading(2, "key-points", "Key points") + Markup.list(lesson.keyPoints())
                + Markup.heading(2, "discussion", "Discussion") + Markup.list(lesson.discussion());
    }

    private String quiz() {
        return Quiz.find(walkthrough.lesson().id()).map(InstructorPage::quiz).orElse("");
    }

    private static String quiz(Quiz quiz) {
        return Markup.heading(2, "quiz", "Questions about the notebook")
                + quiz.questions().stream()
                        .map(question -> "<li>" + Quiz.marked(question.text())
                                + Markup.items(question.options().stream()
                                        .map(InstructorPage::answer)
                                        .toList())
                                + "</li>")
                        .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>\n"));
    }

    private static String answer(Quiz.Option option) {
        var text = Quiz.marked(option.text());
        return (option.right() ? "<strong>Right: " + text + "</strong>" : text) + ". " + Quiz.marked(option.reason());
    }

    private Map<String, String> facts() {
        var lesson = walkthrough.lesson();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Question", Html.escape(lesson.question()));
        facts.put("Time", LessonFacts.minutes(lesson) + ", " + lesson.minutes().total() + " min in all");
        facts.put("Runs for", "about " + lesson.expectedSeconds() + " s on two cores, " + lesson.seeds() + " seeds");
        facts.put("Read before", before());
        facts.put("Terms", Html.escape(String.join(", ", lesson.terms())));
        facts.put("Data", LessonFacts.datasets(lesson));
        facts.put(
                "Paper",
                lesson.paper().map(paper -> Markup.arxiv(paper.arxiv())).orElse(""));
        facts.put("Verdicts", LessonFacts.verdicts(walkthrough));
        return facts;
    }

    private String before() {
        var links = course.prerequisites(walkthrough.lesson()).stream()
                .map(page -> Markup.link(UP + InstructorEdition.path(page), page.name()))
                .collect(Collectors.joining(", "));
        return links.isBlank() ? "nothing" : links;
    }

    /** The page of {@code fidelity} as a part of this one. */
    private String fidelity() {
        return Solutions.fidelity(walkthrough.lesson().id()).map(this::fidelity).orElse("");
    }

    private String fidelity(String text) {
        try {
            var html = NotebookBody.of(FidelityPage.markdown(text, walkthrough.verdicts()))
                    .html();
            var part = PageContent.parse(PageContent.demoted(html));
            Optional.ofNullable(part.selectFirst("h2"))
                    .ifPresent(title -> title.replaceWith(
                            new Element("h2").attr("id", "fidelity").text("Fidelity")));
            return part.body().html() + "\n";
        } catch (IllegalArgumentException e) {
            throw new UserError("The fidelity page of " + walkthrough.lesson().id() + " does not fit its notebook: "
                    + e.getMessage() + ".");
        }
    }

    private String exercise(Questions questions) {
        return Markup.heading(2, "exercise", "Exercise")
                + "<p>" + Markup.count(questions.points(), "point", "points")
                + " in all. The build proves that the solution earns all of"
                + " them, that a blank notebook earns none, and that each wrong answer below is rejected by the tests that name it.</p>\n"
                + questions.names().stream()
                        .map(name -> question(questions, name))
                        .collect(Collectors.joining());
    }

    private String question(Questions questions, String name) {
        var heading = Markup.heading(2, "question-" + name, "Question (" + name + ")" + about(questions, name));
        return heading + "<p class=\"points\">" + questions.points(name) + "</p>\n" + tests(questions, name)
                + hints(questions, name) + wrongAnswers(questions, name);
    }

    /** The words of the notebook's heading. */
    private String about(Questions questions, String name) {
        return course.exercise(questions.tests().id()).stream()
                .flatMap(exercise ->
                        PageContent.parse(NotebookBody.of(exercise.notebook()).html()).select("h2").stream())
                .filter(heading ->
                        Questions.begunBy(heading).filter(name::equals).isPresent())
                .map(heading -> " " + heading.text().replaceFirst("^\\([^)]+\\) ", ""))
                .findFirst()
                .orElse("");
    }

    private static String tests(Questions questions, String name) {
        var rows = questions.testsOf(name).stream()
                .map(test -> List.of(
                        Html.escape(Questions.title(test)),
                        test.visible() ? "students" : "teachers only",
                        String.valueOf(test.points()),
                        Questions.rejects(test).stream()
                                .map(InstructorPage::code)
                                .collect(Collectors.joining(", "))))
                .toList();
        return rows.isEmpty()
                ? ""
                : Markup.table(
                        "Tests of question (" + name + ")", List.of("Test", "Seen by", "Points", "Rejects"), rows);
    }

    private static String code(String text) {
        return "<code>" + Html.escape(text) + "</code>";
    }

    private static String hints(Questions questions, String name) {
        var ladders = questions.testsOf(name).stream()
                .filter(test -> !Questions.hints(test).isEmpty())
                .map(InstructorPage::ladder)
                .toList();
        return ladders.isEmpty()
                ? ""
                : Markup.heading(
                                3,
                                "hints-" + name,
                                "Hints (" + name + "), in the order in which failed tries open them")
                        + Markup.items(ladders);
    }

    private static String ladder(TestMethod test) {
        var hints = Questions.hints(test);
        return Html.escape(Questions.title(test))
                + IntStream.range(0, hints.size())
                        .mapToObj(i -> "<li>" + Html.escape(hints.get(i)) + "</li>")
                        .collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    private String wrongAnswers(Questions questions, String name) {
        var answers = wrong.stream()
                .filter(answer -> answer.question().equals(name))
                .map(answer -> wrongAnswer(answer, questions))
                .collect(Collectors.joining());
        return answers.isEmpty()
                ? ""
                : Markup.heading(3, "wrong-" + name, "Typical wrong answers (" + name + ")") + answers;
    }

    private static String wrongAnswer(EditedAnswer answer, Questions questions) {
        var rejecting = questions.tests().tests().stream()
                .filter(test -> Questions.rejects(test).contains(answer.name()))
                .map(Questions::title)
                .collect(Collectors.joining("; "));
        return "<div class=\"wrong\">\n" + Markup.heading(4, "wrong-" + answer.name(), answer.name())
                + "<p>" + Html.escape(answer.why()) + "</p>\n<p class=\"soft\">Rejected by: "
                + Html.escape(rejecting)
                + "</p>\n<details><summary>Code of " + Html.escape(answer.name())
                + "</summary>\n<pre class=\"source\" tabindex=\"0\">"
                + answer.edit().lines().map(InstructorPage::edited).collect(Collectors.joining("\n"))
                + "</pre>\n</details>\n</div>\n";
    }

    /** What the solution loses and what it gets instead; the signs stay, for those who do not see the colours. */
    private static String edited(String line) {
        var text = Html.escape(line);
        return switch (line.charAt(0)) {
            case '-' -> "<del>" + text + "</del>";
            case '+' -> "<ins>" + text + "</ins>";
            case '@' -> "<span class=\"soft\">…</span>";
            default -> text;
        };
    }
}
