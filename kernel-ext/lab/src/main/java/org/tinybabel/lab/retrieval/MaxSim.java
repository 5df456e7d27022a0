package org.tinybabel.lab.retrieval;

import ai.djl.ndarray.NDArray;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Late interaction (Khattab and Zaharia, ColBERT, 2020, eq. 3): a document is as good as the best match of each token of the query in it,
 * s(q, d) = Σᵢ maxⱼ cos(qᵢ, dⱼ). One vector for each text would have to hold everything that anybody may ask of it.
 */
public final class MaxSim {

    private static final double NEVER = -1e9;

    private MaxSim() {}

    /**
     * The scores of all documents for all queries.
     *
     * @param scope the step
     * @param queries vectors of their tokens, shape {@code (B, T, d)}; those that are kept must not be 0
     * @param queryKept 1 for a token, 0 for padding, shape {@code (B, T)}
     * @param documents vectors of their tokens, shape {@code (N, S, d)}; those that are kept must not be 0
     * @param documentKept 1 for a token, 0 for padding, at least one 1 in each row, shape {@code (N, S)}
     * @return the sums over the query's tokens, −T to T, shape {@code (B, N)}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static NDArray scores(
            TensorScope scope, NDArray queries, NDArray queryKept, NDArray documents, NDArray documentKept) {
        var q = queries.getShape();
        var d = documents.getShape();
        if (q.dimension() != 3
                || d.dimension() != 3
                || q.get(2) != d.get(2)
                || !queryKept.getShape().equals(q.slice(0, 2))
                || !documentKept.getShape().equals(d.slice(0, 2))) {
            throw new IllegalArgumentException(
                    "expected queries (B, T, d) and documents (N, S, d) with one flag for each token, got " + q + ", "
                            + queryKept.getShape() + ", " + d + " and " + documentKept.getShape());
        }
        var left = queries.normalize(2, 2).reshape(q.get(0) * q.get(1), q.get(2)); // (B T, d)
        var right = documents.normalize(2, 2).reshape(d.get(0) * d.get(1), d.get(2)); // (N S, d)
        var cosines = left.matMul(right.transpose()).reshape(q.get(0), q.get(1), d.get(0), d.get(1)); // (B, T, N, S)
        var padded = documentKept.eq(documentKept.zerosLike()).toType(cosines.getDataType(), false); // (N, S)
        var best = cosines.add(padded.mul(scope.scalar(NEVER).toType(cosines.getDataType(), false)))
                .max(new int[] {3}); // (B, T, N)
        return best.mul(queryKept.toType(cosines.getDataType(), false).expandDims(2))
                .sum(new int[] {1}); // (B, N)
    }
}
