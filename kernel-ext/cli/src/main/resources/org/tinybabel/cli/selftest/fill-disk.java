// Fills its disk with one file.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
try (var out = new FileOutputStream("big")) {
    var block = new byte[1 << 20];
    while (true) {
        out.write(block);
    }
}
