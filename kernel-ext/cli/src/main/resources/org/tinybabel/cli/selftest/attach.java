// Attaches to virtual machines.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
for (var process : ProcessHandle.allProcesses().toList()) {
    try {
        com.sun.tools.attach.VirtualMachine.attach(process.pid() + "");
        System.out.println("CANARY" + "-ATTACHED");
    } catch (Exception e) {
        System.out.println(e);
    }
}
throw new IllegalStateException("saw " + ProcessHandle.allProcesses().count() + " processes");
