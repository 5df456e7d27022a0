// Starts a shell and other programs.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var program : List.of("/bin/sh", "/bin/bash", "/usr/bin/python3", "/usr/bin/prlimit", "/usr/bin/perl")) {
    try {
        var process = new ProcessBuilder(program, "--pid", "1", "-c", "cat /etc/passwd; id").redirectErrorStream(true).start();
        System.out.println(new String(process.getInputStream().readAllBytes()));
    } catch (IOException e) {
        System.out.println("no " + program);
    }
}
