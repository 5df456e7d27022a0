package org.tinybabel.cli.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.tinybabel.kernel.client.KernelDiedException;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

/** The kit's own kernel in a process of its own, spoken to in Jupyter's protocol as a notebook would. */
public final class ProcessKernel implements CellKernel {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final KernelProcess process;
    private final JsonObject languageInfo;

    private ProcessKernel(KernelProcess process, JsonObject languageInfo) {
        this.process = process;
        this.languageInfo = languageInfo;
    }

    /**
     * Starts a kernel.
     *
     * @param spec the program to start
     * @param folder the folder that cells see as the current one
     * @return the running kernel
     * @throws IOException if it does not start; the message holds what it logged
     * @throws InterruptedException if the caller is told to stop waiting
     */
    public static ProcessKernel start(KernelSpec spec, Path folder) throws IOException, InterruptedException {
        var process = KernelProcess.start(spec, Map.of(), folder, START);
        try {
            var info = process.client()
                    .ask(Channel.SHELL, "kernel_info_request", new JsonObject())
                    .reply()
                    .content();
            return new ProcessKernel(process, info.getAsJsonObject("language_info"));
        } catch (TimeoutException e) {
            process.close();
            throw new IOException("The kernel does not say what it is: " + e.getMessage(), e);
        }
    }

    @Override
    public JsonObject languageInfo() {
        return languageInfo.deepCopy();
    }

    @Override
    public Reply execute(String source, Duration limit, BiConsumer<String, JsonObject> output)
            throws IOException, InterruptedException {
        var client = process.client();
        var cell = client.send(Channel.SHELL, "execute_request", client.executeContent(source), message -> {});
        Reply reply;
        try {
            var execution = cell.await(limit.isZero() ? FOR_EVER : limit);
            reply = reply(execution.reply());
        } catch (TimeoutException e) {
            reply = stop(cell, limit);
        } catch (KernelDiedException e) {
            reply = new Reply(Ending.DIED, 0, "the kernel died: " + e.getMessage());
        }
        for (var message : cell.outputs()) {
            // Of a cell that was stopped, the interrupt is not the error that counts.
            if (reply.ending() != Ending.TIMED_OUT || !message.type().equals("error")) {
                output.accept(message.type(), message.content());
            }
        }
        return reply;
    }

    private static Reply reply(Message answer) {
        var content = answer.content();
        var count =
                content.has("execution_count") ? content.get("execution_count").getAsInt() : 0;
        return answer.text("status", "").equals("ok")
                ? new Reply(Ending.OK, count, "")
                : new Reply(Ending.ERROR, count, answer.text("ename", "") + ": " + answer.text("evalue", ""));
    }

    private Reply stop(Pending cell, Duration limit) throws InterruptedException {
        var message = "it did not end within " + limit.toSeconds() + " s (--timeout)";
        try {
            process.client().interrupt();
            return new Reply(Ending.TIMED_OUT, reply(cell.await(STOP).reply()).executionCount(), message);
        } catch (TimeoutException | KernelDiedException e) {
            return new Reply(Ending.DIED, 0, message + ", nor could it be interrupted; its kernel was ended");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
