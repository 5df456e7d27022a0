// Announces a message of two gigabytes.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
@FRAMES@
// ---
var channel = frames().getClass().getDeclaredField("channel");
channel.setAccessible(true);
var buffer = java.nio.ByteBuffer.allocate(4);
buffer.putInt(0, Integer.MAX_VALUE);
((java.nio.channels.SocketChannel) channel.get(frames())).write(buffer);
System.out.println("FORGED");
