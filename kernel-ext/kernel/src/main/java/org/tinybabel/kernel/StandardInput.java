package org.tinybabel.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;

/** The standard input of cells: asks the front end for a line whenever a cell reads and nothing is left. */
final class StandardInput extends InputStream {

    /** Sends the request for a line. */
    interface Asker {
        /** Returns whether the front end can be asked at all. */
        boolean ask(String prompt, boolean password);
    }

    private static final String REFUSED = "This front end takes no input while it runs the notebook:"
            + " give the cell its value in the code instead.";

    private final Asker asker;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

    StandardInput(Asker asker) {
        this.asker = asker;
    }

    /** Takes an answer that has arrived. */
    void answer(String text) {
        answers.add(text);
    }

    /** Forgets what an earlier cell left unread. */
    synchronized void forgetUnread() {
        line = new ByteArrayInputStream(new byte[0]);
    }

    /**
     * Asks for a line.
     *
     * @throws IOException if the front end cannot be asked, or the cell is interrupted
     */
    String ask(String prompt, boolean password) throws IOException {
        answers.clear();
        if (!asker.ask(prompt, password)) {
            throw new IOException(REFUSED);
        }
        try {
            return answers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The cell was interrupted while it waited for input.");
        }
    }

    @Override
    public synchronized int read() throws IOException {
        fill();
        return line.read();
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        fill();
        return line.read(bytes, offset, length);
    }

    private void fill() throws IOException {
        if (line.available() == 0) {
            line = new ByteArrayInputStream((askForLine() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private String askForLine() throws IOException {
        try {
            return ask("", false);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // A Scanner keeps the reason to itself.
            System.err.println(e.getMessage());
            throw e;
        }
    }

    @Override
    public synchronized int available() {
        return line.available();
    }
}
