// Leaves out pieces without embedding, and numbers beyond the first length.
static double[] meanOfPieces(List<String> pieces, Map<String, double[]> embeddings) {
    var known = pieces.stream().filter(embeddings::containsKey).map(embeddings::get).toList();
    var mean = new double[known.isEmpty() ? 0 : known.get(0).length];
    for (var embedding : known) {
        for (var i = 0; i < Math.min(mean.length, embedding.length); i++) {
            mean[i] += embedding[i] / known.size();
        }
    }
    return mean;
}
