// Sends two million empty arrays in one message.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
@FRAMES@
// ---
var channel = frames().getClass().getDeclaredField("channel");
channel.setAccessible(true);
var text = ("{\"id\":1,\"value\":[[]" + ",[]".repeat(2_000_000) + "]}").getBytes();
var buffer = java.nio.ByteBuffer.allocate(4 + text.length).putInt(text.length).put(text).flip();
var socket = (java.nio.channels.SocketChannel) channel.get(frames());
while (buffer.hasRemaining()) {
    socket.write(buffer);
}
System.out.println("FORGED");
