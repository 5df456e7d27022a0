// Opens everything for writing through which the kernel takes orders, and writes nothing.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var harmless = Set.of("null", "zero", "full", "random", "urandom", "tty", "ptmx", "console");
for (var root : List.of("/proc", "/sys", "/dev", "/run", "/boot")) {
    var files = new ArrayDeque<>(List.of(new File(root)));
    while (!files.isEmpty()) {
        var file = files.pop();
        if (Files.isSymbolicLink(file.toPath()) || harmless.contains(file.getName())) {
            continue;
        }
        Optional.ofNullable(file.listFiles()).ifPresent(inside -> files.addAll(List.of(inside)));
        try (var out = Files.newOutputStream(file.toPath(), java.nio.file.StandardOpenOption.WRITE)) {
            System.out.println("CANARY" + "-OPENED " + file);
        } catch (IOException e) {
            // Refused.
        }
    }
}
