// Attaches to virtual machines.
// base: solution
// earns: a=all b=all c=all
for (var machine : com.sun.tools.attach.VirtualMachine.list()) {
    System.out.println(machine);
    com.sun.tools.attach.VirtualMachine.attach(machine).loadAgent("x.jar");
}
