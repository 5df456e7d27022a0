// Raises its own limits.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var process = new ProcessBuilder("/usr/bin/prlimit", "--pid", ProcessHandle.current().pid() + "", "--nproc=unlimited", "--fsize=unlimited")
        .redirectErrorStream(true)
        .start();
var said = new String(process.getInputStream().readAllBytes());
System.out.println(process.waitFor() == 0 ? "CANARY" + "-LIMITS" : said);
