// Writes frames to the descriptors of the process.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
for (var descriptor : List.of(FileDescriptor.out, FileDescriptor.err)) {
    var out = new DataOutputStream(new FileOutputStream(descriptor));
    for (var i = 1; i < 100; i++) {
        var frame = ("{\"id\":" + i + ",\"value\":null}").getBytes();
        out.writeInt(frame.length);
        out.write(frame);
    }
    out.flush();
}
var large = new FileOutputStream(FileDescriptor.out);
for (var i = 0; i < 1000; i++) {
    large.write(new byte[8192]);
}
