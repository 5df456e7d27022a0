// Takes whatever comes.
static double accountStandardError(int[] accounts, boolean[] hits) {
    var datasets = new TreeMap<Integer, Integer>();
    var withProperty = new TreeMap<Integer, Integer>();
    for (var i = 0; i < accounts.length; i++) {
        datasets.merge(accounts[i], 1, Integer::sum);
        withProperty.merge(accounts[i], hits[i] ? 1 : 0, Integer::sum);
    }
    var units = (double) datasets.size();
    var p = withProperty.values().stream().mapToInt(x -> x).sum() / (double) accounts.length;
    var squares = datasets.keySet().stream()
            .mapToDouble(account -> Math.pow(withProperty.get(account) - p * datasets.get(account), 2)).sum();
    return Math.sqrt(units / (units - 1) * squares) / accounts.length;
}
