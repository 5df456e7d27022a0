// Adds up without dividing.
static double[] meanOfPieces(List<String> pieces, Map<String, double[]> embeddings) {
    if (pieces.isEmpty() || !embeddings.keySet().containsAll(pieces)) {
        throw new IllegalArgumentException("no pieces, or one without embedding: " + pieces);
    }
    var mean = new double[embeddings.get(pieces.get(0)).length];
    for (var piece : pieces) {
        var embedding = embeddings.get(piece);
        if (embedding.length != mean.length) {
            throw new IllegalArgumentException(piece + " has " + embedding.length + " numbers, not " + mean.length);
        }
        for (var i = 0; i < mean.length; i++) {
            mean[i] += embedding[i];
        }
    }
    return mean;
}
