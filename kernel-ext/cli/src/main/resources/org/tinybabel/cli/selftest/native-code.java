// Loads native code that it has written itself.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
Files.write(Path.of("x.so"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
System.load(Path.of("x.so").toAbsolutePath().toString());
