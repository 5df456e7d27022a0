// Adds up in the array of the first piece.
static double[] meanOfPieces(List<String> pieces, Map<String, double[]> embeddings) {
    if (pieces.isEmpty() || !embeddings.keySet().containsAll(pieces)) {
        throw new IllegalArgumentException("no pieces, or one without embedding: " + pieces);
    }
    var mean = embeddings.get(pieces.get(0));
    for (var piece : pieces.subList(1, pieces.size())) {
        var embedding = embeddings.get(piece);
        if (embedding.length != mean.length) {
            throw new IllegalArgumentException(piece + " has " + embedding.length + " numbers, not " + mean.length);
        }
        for (var i = 0; i < mean.length; i++) {
            mean[i] += embedding[i];
        }
    }
    for (var i = 0; i < mean.length; i++) {
        mean[i] /= pieces.size();
    }
    return mean;
}
