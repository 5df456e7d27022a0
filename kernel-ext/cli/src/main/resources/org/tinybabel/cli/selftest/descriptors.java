// Opens files without end.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var open = new ArrayList<Closeable>();
while (true) {
    open.add(new FileInputStream("/dev/null"));
}
