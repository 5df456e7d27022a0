// Leaves busy threads behind.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var i = 0; i < 2; i++) {
    var thread = new Thread(() -> {
        var until = System.nanoTime() + 300_000_000L;
        while (System.nanoTime() < until) {
        }
    });
    thread.start();
}
