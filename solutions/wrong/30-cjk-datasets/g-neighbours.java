// Takes an account that comes again later for a new one.
static double accountStandardError(int[] accounts, boolean[] hits) {
    if (accounts.length != hits.length) {
        throw new IllegalArgumentException("lengths " + accounts.length + " and " + hits.length);
    }
    var datasets = new TreeMap<Integer, Integer>();
    var withProperty = new TreeMap<Integer, Integer>();
    var run = 0;
    for (var i = 0; i < accounts.length; i++) {
        run += i > 0 && accounts[i] != accounts[i - 1] ? 1 : 0;
        datasets.merge(run, 1, Integer::sum);
        withProperty.merge(run, hits[i] ? 1 : 0, Integer::sum);
    }
    var units = (double) datasets.size();
    if (units < 2) {
        throw new IllegalArgumentException("two accounts are needed, got " + datasets.size());
    }
    var p = withProperty.values().stream().mapToInt(x -> x).sum() / (double) accounts.length;
    var squares = datasets.keySet().stream()
            .mapToDouble(account -> Math.pow(withProperty.get(account) - p * datasets.get(account), 2)).sum();
    return Math.sqrt(units / (units - 1) * squares) / accounts.length;
}
