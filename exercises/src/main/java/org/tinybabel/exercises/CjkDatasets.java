package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 30: Choi, Park and Song, <em>No Language Data Left Behind: A Comparative Study of CJK Language Datasets
 * in the Hugging Face Ecosystem</em>, 2025, arXiv 2507.04329.
 */
@Exercise(id = "30-cjk-datasets", title = "CJK Datasets", visibleTests = CjkDatasetsTest.class)
@Written(question = "f", title = "Why this control", points = 1)
public interface CjkDatasets {

    /**
     * How strongly the two properties of a contingency table hang together: {@code V = √(χ² / (n (min(r, c) − 1)))}, where
     * {@code χ² = Σ (o − e)² / e} over all cells, and {@code e} is the row's total times the column's total, divided by {@code n}.
     * There is no correction for continuity.
     *
     * <p>Rows and columns that sum to 0 are dropped before the rows r and the columns c are counted.
     *
     * @param counts one array for each row; 0 or more each, up to {@link Integer#MAX_VALUE}
     * @return Cramér's V, from 0 to 1
     * @throws IllegalArgumentException if {@code counts} or a row is null, rows differ in length, a count is negative, or fewer than
     *     two rows or two columns have any counts
     */
    @Question(value = "a", hidden = 6)
    double cramersV(int[][] counts);

    /**
     * The group of a licence: {@code PERMISSIVE}, {@code RESTRICTED}, {@code UNKNOWN} or {@code OTHER}. The name is compared in small
     * letters, those of {@link java.util.Locale#ROOT}, and without blanks around it. The groups are tried in the order below; the first
     * that fits is the answer. Below, {@code x*} stands for {@code x} itself and for names that begin with {@code x} and a hyphen;
     * {@code x} without a star is the whole name.
     *
     * <ul>
     *   <li>null, a blank name, {@code unknown} and {@code none} are UNKNOWN;
     *   <li>{@code gpl*}, {@code lgpl*}, {@code agpl*}, {@code gfdl*}, {@code cc-by-sa*}, {@code cc-by-nc*}, {@code cc-by-nd*},
     *       {@code cdla-sharing*}, and every name that contains {@code openrail}, are RESTRICTED;
     *   <li>{@code apache*}, {@code mit}, {@code bsd*}, {@code cdla-permissive*}, {@code mpl*}, {@code cc-by-2.0}, {@code cc-by-2.5},
     *       {@code cc-by-3.0}, {@code cc-by-4.0}, {@code cc0*}, {@code pddl}, {@code odc-by}, {@code odbl}, {@code wtfpl} and
     *       {@code unlicense} are PERMISSIVE;
     *   <li>every other name is OTHER.
     * </ul>
     *
     * @param raw the name of a licence as it stands in a tag, or null if there is none
     * @return the name of its group in capitals
     */
    @Question(value = "b", hidden = 6)
    String licenseGroup(String raw);

    /**
     * The odds ratio of Mantel and Haenszel, {@code θ = Σ aₖdₖ/nₖ / Σ bₖcₖ/nₖ}. Stratum k is the table {@code {{a, b}, {c, d}}} with
     * {@code n = a + b + c + d}. Strata without any count are left out.
     *
     * @param strata tables of 2 × 2 counts, 0 or more each, up to {@link Integer#MAX_VALUE}
     * @return the common odds ratio, 0 or more
     * @throws IllegalArgumentException if {@code strata} is null, a stratum is null or not 2 × 2, a count is negative, or the sum of the
     *     {@code bₖcₖ/nₖ} is 0
     */
    @Question(value = "c", hidden = 6)
    double mantelHaenszelOddsRatio(int[][][] strata);

    /**
     * Your answer: the Jensen-Shannon divergence between the task profiles of Japanese and Korean datasets, in bits, from the counts
     * in the notebook.
     *
     * @return the divergence, to within 0.005
     */
    @Question(value = "d", hidden = 2)
    double taskDivergence();

    /**
     * Your choice of a control for this claim: <em>Korean datasets are documented less carefully than Chinese ones, since fewer of
     * their descriptions have one of the English words "annotation", "citation", "limitations", "bias" and "license"</em>.
     *
     * @return the comparison that comes out like the claim's measure if that has another reason, and clearly different if the claim is
     *     right
     */
    @Question(value = "e", judgement = true, hidden = 5)
    Control control();

    /**
     * The bug that was planted in the audit of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * The standard error of a share where the datasets of one account hang together: accounts are the units, not datasets.
     *
     * <p>Of n datasets of A accounts, account a has {@code nₐ}, and {@code xₐ} of these have the property. With
     * {@code p = Σ xₐ / n}, the standard error is {@code √(A/(A − 1) · Σ (xₐ − p nₐ)²) / n}.
     *
     * @param accounts the account of each dataset, any number; datasets of one account need not stand side by side
     * @param hits whether each dataset has the property, in the same order
     * @return the standard error of p, 0 or more
     * @throws IllegalArgumentException if the lengths differ, or there are fewer than two accounts
     */
    @Question("g")
    double accountStandardError(int[] accounts, boolean[] hits);

    /** Comparisons that somebody might make for the claim that Korean datasets are documented less carefully. */
    enum Control {
        /** The same five words, in three times as many datasets of both languages. */
        MORE_DATASETS,
        /** The share of descriptions with one of five other English words that have nothing to do with documentation. */
        UNRELATED_WORDS,
        /** Ten more English words about documentation, such as "provenance" and "consent". */
        MORE_WORDS,
        /** The same five words, in the 700 most downloaded datasets of each language. */
        TOP_DATASETS,
        /** A bootstrap interval of the difference, instead of a formula. */
        BOOTSTRAP
    }
}
