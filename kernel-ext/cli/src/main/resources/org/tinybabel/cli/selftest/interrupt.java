// Interrupts the thread that serves it.
// base: solution
// earns: a=all b=all c=all
Thread.currentThread().interrupt();
