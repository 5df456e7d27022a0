// Gives a large account the same weight as a small one.
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
    var shares = datasets.keySet().stream()
            .mapToDouble(account -> (double) withProperty.get(account) / datasets.get(account)).toArray();
    var mean = Arrays.stream(shares).sum() / units;
    var squares = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    return Math.sqrt(squares / (units - 1) / units);
}
