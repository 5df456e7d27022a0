package org.tinybabel.cli.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.tinybabel.cli.Kit;
import org.tinybabel.cli.NamedNotebooks;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.lesson.Glossary;
import org.tinybabel.cli.lesson.Glossary.Term;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.grader.authoring.StudentNotebook;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * What the exports are made from: the tables of papers and of terms, the walk-throughs, the students' exercises.
 *
 * @param papers all papers in reading order, also those that have no notebook yet
 * @param glossary the terms in alphabetic order
 * @param walkthroughs the walk-throughs in the order of their numbers
 * @param exercises the students' notebooks in the order of their numbers
 */
public record CourseContents(
        List<Paper> papers, List<Term> glossary, List<Walkthrough> walkthroughs, List<Exercise> exercises) {

    /**
     * A paper of the course.
     *
     * @param number two digits
     * @param slug short name in file names
     * @param title its title
     * @param authors family names
     * @param year of the first public version
     * @param venue where it appeared
     * @param arxiv its identifier
     * @param status {@code done} or {@code planned}
     */
    public record Paper(
            String number,
            String slug,
            String title,
            String authors,
            String year,
            String venue,
            String arxiv,
            String status) {

        /**
         * The name of its notebook.
         *
         * @return such as {@code 01-bigram-subnetworks}
         */
        public String id() {
            return number + "-" + slug;
        }
    }

    /**
     * A walk-through with what was found when it was last run.
     *
     * @param lesson what it says about itself
     * @param notebook the notebook with its outputs
     * @param verdicts its verdicts
     */
    public record Walkthrough(Lesson lesson, Notebook notebook, Verdicts verdicts) {

        /**
         * What pages call it.
         *
         * @return number and title
         */
        public String name() {
            return lesson.number() + " " + lesson.title();
        }
    }

    /**
     * An exercise as students receive it.
     *
     * @param id the file's name without its ending, that of its walk-through
     * @param notebook the notebook without solutions
     */
    public record Exercise(String id, Notebook notebook) {

        /**
         * What pages call it.
         *
         * @return its title
         */
        public String title() {
            return notebook.metadata("tinybabel", "title");
        }

        /**
         * How long a student takes.
         *
         * @return minutes
         */
        public String minutes() {
            return notebook.metadata("tinybabel", "minutes");
        }

        /**
         * What a student can do afterwards.
         *
         * @return some phrases, possibly none
         */
        public List<String> objectives() {
            return notebook.json().get("metadata") instanceof JsonObject metadata
                            && metadata.get("tinybabel") instanceof JsonObject lesson
                            && lesson.get("objectives") instanceof JsonArray list
                    ? StreamSupport.stream(list.spliterator(), false)
                            .map(JsonElement::getAsString)
                            .toList()
                    : List.of();
        }
    }

    /**
     * Copies the lists.
     *
     * @param papers all papers in reading order
     * @param glossary the terms in alphabetic order
     * @param walkthroughs the walk-throughs in the order of their numbers
     * @param exercises the students' notebooks in the order of their numbers
     */
    public CourseContents {
        papers = List.copyOf(papers);
        glossary = List.copyOf(glossary);
        walkthroughs = List.copyOf(walkthroughs);
        exercises = List.copyOf(exercises);
    }

    /**
     * Reads everything from the kit.
     *
     * @param kit where it lies
     * @return the contents of the course
     * @throws UserError if a notebook cannot be read or does not keep the lesson contract; the message names it
     */
    public static CourseContents read(Kit kit) {
        var walkthroughs =
                kit.allNotebooks().stream().map(CourseContents::walkthrough).toList();
        var exercises = walkthroughs.stream()
                .map(walkthrough -> walkthrough.lesson().id())
                .filter(id -> Files.exists(exercise(kit, id)))
                .map(id -> new Exercise(id, NamedNotebooks.read(exercise(kit, id))))
                .toList();
        return new CourseContents(papersOf(table("papers")), Glossary.terms(), walkthroughs, exercises);
    }

    /**
     * The same with the solutions folded below the questions of the exercises, for those who learn alone.
     *
     * @param solutions the folder with the master notebooks
     * @return the contents of the course
     * @throws UserError if the folder has no master notebook of an exercise; the message names it
     */
    public CourseContents withFoldedSolutions(Path solutions) {
        var solved = exercises.stream()
                .map(exercise -> new Exercise(exercise.id(), solved(solutions.resolve(exercise.id() + ".ipynb"))))
                .toList();
        return new CourseContents(papers, glossary, walkthroughs, solved);
    }

    private static Notebook solved(Path master) {
        if (!Files.exists(master)) {
            throw new UserError("There is no " + master + ", which this copy of the kit needs to show solutions.");
        }
        try {
            return StudentNotebook.withFoldedSolutions(
                    NamedNotebooks.read(master), master.getFileName().toString());
        } catch (NotebookFormatException e) {
            throw new UserError(e.getMessage());
        }
    }

    private static Walkthrough walkthrough(Path file) {
        var notebook = NamedNotebooks.read(file);
        try {
            var lesson = Lesson.of(NamedNotebooks.name(file), notebook);
            return new Walkthrough(lesson, notebook, Verdicts.of(notebook));
        } catch (IllegalArgumentException e) {
            throw new UserError("Cannot export " + file + ": " + e.getMessage() + ".");
        }
    }

    private static Path exercise(Kit kit, String id) {
        return kit.home().resolve("exercises").resolve(id + ".ipynb");
    }

    private static List<Paper> papersOf(Iterable<Row> table) {
        var papers = new ArrayList<Paper>();
        for (var row : table) {
            papers.add(new Paper(
                    row.getString("number"),
                    row.getString("slug"),
                    row.getString("title"),
                    row.getString("authors"),
                    row.getString("year"),
                    row.getString("venue"),
                    row.getString("arxiv"),
                    row.getString("status")));
        }
        return papers;
    }

    /** Everything as text: a number such as 01 keeps its zero. */
    private static Iterable<Row> table(String name) {
        return Table.read()
                .usingOptions(CsvReadOptions.builder(Datasets.open(name)).columnTypes(column -> ColumnType.STRING));
    }

    /**
     * Finds the walk-through of a paper or of an exercise.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the walk-through, if there is one
     */
    public Optional<Walkthrough> walkthrough(String id) {
        return walkthroughs.stream()
                .filter(walkthrough -> walkthrough.lesson().id().equals(id))
                .findFirst();
    }

    /**
     * Finds the exercise of a walk-through.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the exercise, if there is one
     */
    public Optional<Exercise> exercise(String id) {
        return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }

    /**
     * Finds the paper of a walk-through.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the paper, if the walk-through is about one
     */
    public Optional<Paper> paper(String id) {
        return papers.stream().filter(paper -> paper.id().equals(id)).findFirst();
    }

    /**
     * Finds what must be read before a walk-through.
     *
     * @param lesson the walk-through's lesson
     * @return the walk-throughs that it names
     */
    public List<Walkthrough> prerequisites(Lesson lesson) {
        return walkthroughs.stream()
                .filter(walkthrough ->
                        lesson.prerequisites().contains(walkthrough.lesson().number()))
                .toList();
    }

    /**
     * Finds the walk-throughs that introduce a term.
     *
     * @param term a term of the glossary
     * @return those that name it, in order
     */
    public List<Walkthrough> introducing(Term term) {
        return walkthroughs.stream()
                .filter(walkthrough -> walkthrough.lesson().terms().contains(term.term()))
                .toList();
    }
}
