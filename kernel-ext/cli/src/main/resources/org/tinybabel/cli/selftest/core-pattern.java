// Sets the program that the kernel starts as root after a crash; it writes what was there.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var pattern = Path.of("/proc/sys/kernel/core_pattern");
Files.writeString(pattern, Files.readString(pattern), java.nio.file.StandardOpenOption.WRITE);
System.out.println("CANARY" + "-WROTE " + pattern);
