// Looks for a network.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
System.out.println(NetworkInterface.networkInterfaces().count() > 1 ? "CANARY" + "-NETWORK" : "no network");
for (var port : List.of(22, 80, 443, 8888)) {
    try (var socket = new Socket("127.0.0.1", port)) {
        System.out.println("CANARY" + "-NETWORK");
    } catch (IOException e) {
        // Refused.
    }
}
System.out.println("CANARY" + "-NETWORK " + InetAddress.getByName("localhost.localdomain.example"));
