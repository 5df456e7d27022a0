// Waits for an hour when a class is first used.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
class Slow {
    static {
        try {
            Thread.sleep(3_600_000);
        } catch (InterruptedException e) {
            // Never comes.
        }
    }

    static int x = 1;
}
// ---
System.out.println(Slow.x);
