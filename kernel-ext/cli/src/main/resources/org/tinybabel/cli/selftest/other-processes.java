// Reads files of this machine through the processes around it.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var process : ProcessHandle.allProcesses().toList()) {
    for (var way : List.of("root", "cwd", "root/proc/1/root", "task/" + process.pid() + "/root")) {
        try {
            System.out.println(Files.readString(Path.of("/proc/" + process.pid() + "/" + way + "@CANARY_FILE@")));
        } catch (IOException e) {
            // Refused.
        }
    }
    try (var memory = Files.newByteChannel(Path.of("/proc/" + process.pid() + "/mem"), java.nio.file.StandardOpenOption.WRITE)) {
        System.out.println("CANARY" + "-OPENED the memory of process " + process.pid());
    } catch (IOException e) {
        // Refused.
    }
}
