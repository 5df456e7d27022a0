package org.tinybabel.grader.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What student code prints, up to a limit. It goes back with the reply to the request that caused it, so that the same
 * notebook always gives the same report.
 */
final class CapturedOutput extends OutputStream {

    private static final int MOST_BYTES = 16 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    private CapturedOutput() {}

    /** Captures standard output and standard error of this process from now on. */
    static CapturedOutput install() {
        var output = new CapturedOutput();
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        return output;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        var room = Math.min(length, MOST_BYTES - kept.size());
        kept.write(bytes, offset, room);
        cut |= room < length;
    }

    /** What was printed since the last call; a note tells where it was cut. */
    synchronized String take() {
        var text = kept.toString(StandardCharsets.UTF_8) + (cut ? "\n… (more was printed)" : "");
        kept.reset();
        cut = false;
        return text;
    }
}
