// Interrupts the thread that serves it.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
Thread.currentThread().interrupt();
