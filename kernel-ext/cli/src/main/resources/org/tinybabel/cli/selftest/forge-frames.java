// Finds the connection in memory and answers requests before they come.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
@FRAMES@
// ---
for (var id = 1; id < 400; id++) {
    var reply = new com.google.gson.JsonObject();
    reply.addProperty("id", id);
    reply.addProperty("value", "forged");
    frames().write(reply);
}
System.out.println("FORGED");
