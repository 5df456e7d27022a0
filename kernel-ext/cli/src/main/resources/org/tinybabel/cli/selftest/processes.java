// Starts three thousand processes.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var java = System.getProperty("java.home") + "/bin/java";
var started = 0;
for (var i = 0; i < 3000; i++) {
    new ProcessBuilder(java, "-version").start();
    started++;
}
throw new IllegalStateException("started " + started);
