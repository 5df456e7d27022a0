package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 26: Feng, Zhang and Fei, <em>Knowledge Solver: Teaching LLMs to Search for Domain Knowledge from
 * Knowledge Graphs</em>, 2023, arXiv 2309.03118.
 *
 * <p>A graph is an array of edges, each {@code {head, relation, tail}}. Edges can be walked in both directions.
 */
@Exercise(id = "26-knowledge-solver", title = "Knowledge Solver", visibleTests = KnowledgeSolverTest.class)
@Written(question = "f", title = "Why this control", points = 1)
public interface KnowledgeSolver {

    /**
     * A walk that decides nothing. With {@code var random = new Random(seed)}, in each step the different unvisited neighbours
     * of the current entity, in both directions, are put in ascending order, and the one at {@code random.nextInt(n)} of n is next.
     *
     * <p>The walk ends when it <em>arrives</em> at an option (to begin at one does not end it), when there is no unvisited neighbour,
     * or after {@code maxSteps} moves.
     *
     * @param edges rows of {head, relation, tail}
     * @param start where the walk begins; counts as visited
     * @param options entities at which it ends
     * @param maxSteps the most moves
     * @param seed the seed of {@link java.util.Random}
     * @return the entities in the order visited, the start first
     * @throws IllegalArgumentException if {@code maxSteps} is below 1, a row of edges does not have three entries, or the start is in no
     *     edge
     */
    @Question(value = "a", hidden = 4)
    int[] randomWalk(int[][] edges, int start, int[] options, int maxSteps, long seed);

    /**
     * A search that takes the best move. The candidates of a step are the moves to unvisited neighbours: first the forward edges of the
     * current entity in the order of {@code edges}, then the backward ones in that order, whose relation counts as
     * {@code relation + R}. The one whose relation has the highest score is taken; of equal ones, the first. The search ends as that of
     * {@link #randomWalk}.
     *
     * @param edges rows of {head, relation, tail}; relations from 0 to R − 1
     * @param start where the search begins; counts as visited
     * @param options entities at which it ends; to begin at one does not end it
     * @param scores 2R numbers: of each relation walked forwards, then of each walked backwards
     * @param maxSteps the most moves
     * @return the edges walked, in order, each as it stands in {@code edges}, also if it was walked backwards; none from
     *     a start in no edge
     * @throws IllegalArgumentException if {@code maxSteps} is below 1, a row of edges does not have three entries, the number of scores
     *     is odd, a score is NaN or infinite, or a relation is not from 0 to R − 1
     */
    @Question(value = "b", hidden = 5)
    int[][] solve(int[][] edges, int start, int[] options, double[] scores, int maxSteps);

    /**
     * How often chance passes the test of a set of questions: of the random walks that end at any option, the share that ends at the answer. A walk is that
     * of {@link #randomWalk} with at most 5 moves, and with these differences: one {@code var random = new Random(seed)} serves all
     * walks, those of the first question first; and if {@code undirected} is false, edges are walked forwards only.
     *
     * @param edges rows of {head, relation, tail}
     * @param questions rows of {start, answer, d1, d2, d3, d4}; all but the start are options, at which a walk ends
     * @param undirected whether edges are also walked backwards
     * @param walks how many walks begin at the start of each question
     * @param seed the seed of {@link java.util.Random}
     * @return a number from 0 to 1
     * @throws IllegalArgumentException if {@code walks} is below 1, a row of edges does not have three entries, a question does not have
     *     exactly six entries, all different, the start of a question is in no edge, or no walk ends at an option
     */
    @Question(value = "c", hidden = 8)
    double leakage(int[][] edges, int[][] questions, boolean undirected, int walks, long seed);

    /**
     * What the intervals of the notebook say about this claim: <em>the search generalises to longer paths than it was trained on</em>.
     *
     * @return the one reading that they allow
     */
    @Question(value = "d", judgement = true, hidden = 3)
    Reading reading();

    /**
     * Your choice of a control for this claim: <em>the search answers the questions because it understands their words</em>.
     *
     * @return the comparison in which the accuracy stays if the options give the answer away, and falls if the claim is right
     */
    @Question(value = "e", judgement = true, hidden = 4)
    Control control();

    /**
     * What is wrong with the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * Options for a question of one hop, of which not only the answer lies one step away. The answer is the tail of the only edge of
     * {@code relation} that leaves the start. The wrong options are all other entities to which an edge leads from the start; if there
     * are more than four, four of them drawn at random. If there are fewer, the others are tails of {@code relation}, drawn at random.
     *
     * @param edges rows of {head, relation, tail}, each of three entries
     * @param start the entity that the question names; it is no option
     * @param relation the relation that is asked for
     * @param seed the seed of the draws: the same seed gives the same options, other seeds others; how you draw is up to you
     * @return {answer, d1, d2, d3, d4}, all different
     * @throws IllegalArgumentException if not exactly one edge of the relation leaves the start, if it leads back to the start, if no edge
     *     leads from the start to an entity other than start and answer, or if there are not four wrong options
     */
    @Question("g")
    int[] fairOptions(int[][] edges, int start, int relation, long seed);

    /** What the intervals may say about paths that are longer than those of the training. */
    enum Reading {
        /** It generalises: it answers nearly every question of the lengths that it knows. */
        GENERALISES,
        /** It does not, because three hops in this graph are too hard for a search of this size. */
        GRAPH_TOO_HARD,
        /** It does not: the same search answers three hops in the same graph once its training had such paths. */
        LENGTH_NOT_LEARNED,
        /** Open: three seeds do not decide anything. */
        OPEN
    }

    /** Comparisons that somebody might make for the claim that the search understands the words of the questions. */
    enum Control {
        /** The accuracy of a model that sees the words and the options, but no graph. */
        NO_GRAPH,
        /** The accuracy of the search in a graph whose facts are false. */
        FALSE_FACTS,
        /** The accuracy of the search when it reads the words of another question; start, options and stopping rule stay. */
        WRONG_WORDS,
        /** The accuracy of the search on questions about other countries. */
        OTHER_COUNTRIES,
        /** The accuracy of the search with another seed of its training. */
        OTHER_SEED
    }
}
