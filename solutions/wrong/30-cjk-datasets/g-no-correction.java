// Leaves A/(A − 1) out.
static double accountStandardError(int[] accounts, boolean[] hits) {
    if (accounts.length != hits.length) {
        throw new IllegalArgumentException("lengths " + accounts.length + " and " + hits.length);
    }
    var datasets = new TreeMap<Integer, Integer>();
    var withProperty = new TreeMap<Integer, Integer>();
    for (var i = 0; i < accounts.length; i++) {
        datasets.merge(accounts[i], 1, Integer::sum);
        withProperty.merge(accounts[i], hits[i] ? 1 : 0, Integer::sum);
    }
    var units = (double) datasets.size();
    if (units < 2) {
        throw new IllegalArgumentException("two accounts are needed, got " + datasets.size());
    }
    var p = withProperty.values().stream().mapToInt(x -> x).sum() / (double) accounts.length;
    var squares = datasets.keySet().stream()
            .mapToDouble(account -> Math.pow(withProperty.get(account) - p * datasets.get(account), 2)).sum();
    return Math.sqrt(squares) / accounts.length;
}
