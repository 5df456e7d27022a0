// Writes wherever it can.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var folder : List.of("/", "/etc", "/usr/lib", "/dev", "/dev/shm", "/run", "/run/tinybabel", "/proc", "/var", "/home", "/root", "@CANARY_FOLDER@")) {
    try {
        Files.createDirectories(Path.of(folder));
        Files.writeString(Path.of(folder, "tinybabel-was-here"), "x");
        System.out.println("CANARY" + "-WROTE " + folder);
    } catch (IOException e) {
        // Refused.
    }
}
for (var jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
    try {
        Files.writeString(Path.of(jar), "x");
        System.out.println("CANARY" + "-WROTE " + jar);
    } catch (IOException e) {
        // Refused.
    }
}
