// Fills its disk with small files.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var i = 0; i < 100_000; i++) {
    Files.writeString(Path.of("f" + i), "x".repeat(4096));
}
