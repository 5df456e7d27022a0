// Looks at the environments and command lines of all processes.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
System.out.println(System.getenv());
for (var process : Files.list(Path.of("/proc")).filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
    for (var file : List.of("environ", "cmdline", "maps", "mountinfo")) {
        try {
            System.out.println(Files.readString(process.resolve(file)));
        } catch (IOException e) {
            // Looks elsewhere.
        }
    }
}
