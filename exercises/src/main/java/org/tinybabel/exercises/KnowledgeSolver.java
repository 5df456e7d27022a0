package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;

/**
 * The exercises of paper 26: Feng, Zhang and Fei, <em>Knowledge Solver: Teaching LLMs to Search for Domain Knowledge from
 * Knowledge Graphs</em>, 2023, arXiv 2309.03118.
 *
 * <p>A graph is an array of edges, each {@code {head, relation, tail}}. Edges can be walked in both directions.
 */
@Exercise(id = "26-knowledge-solver", title = "Knowledge Solver", visibleTests = KnowledgeSolverTest.class)
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
    @Question("a")
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
     * @return the edges walked, in order, each as it stands in {@code edges}, also if it was walked backwards
     * @throws IllegalArgumentException if {@code maxSteps} is below 1, or a relation is not below half the number of scores
     */
    @Question("b")
    int[][] solve(int[][] edges, int start, int[] options, double[] scores, int maxSteps);

    /**
     * How much a set of questions leaks: of the walks that arrive at any option, the share that arrives at the answer.
     *
     * @param walks for each question, the last entity of each of its walks; as many rows as questions
     * @param questions rows of {answer, other option, other option …}
     * @return a number from 0 to 1
     * @throws IllegalArgumentException if the numbers of rows differ, or no walk ends at an option
     */
    @Question("c")
    double leakage(int[][] walks, int[][] questions);

    /**
     * What is wrong with the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question("d")
    Flaw flaw();
}
