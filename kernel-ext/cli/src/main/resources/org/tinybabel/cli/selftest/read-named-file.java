// Reads a file of which it was told the name.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
System.out.println(Files.readString(Path.of("@CANARY_FILE@")));
