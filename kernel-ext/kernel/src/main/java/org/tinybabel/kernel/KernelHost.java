package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinybabel.display.Host;
import org.tinybabel.display.Interactive;
import org.tinybabel.display.MimeBundle;

/** Shows outputs in the front end, in the cell that makes them. */
final class KernelHost implements Host {

    /** Sends an output for the request that the calling thread works for, after what was printed before. */
    interface Sender {
        void send(String type, JsonObject content);
    }

    private final Sender sender;
    private final Consumer<String> noteDisplayed;
    private final Optional<Interactive> interactive;

    KernelHost(Sender sender, Consumer<String> noteDisplayed, Optional<Interactive> interactive) {
        this.sender = sender;
        this.noteDisplayed = noteDisplayed;
        this.interactive = interactive;
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        send("display_data", bundle, displayId);
        noteDisplayed.accept(displayId);
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {
        send("update_display_data", bundle, displayId);
    }

    private void send(String type, MimeBundle bundle, String displayId) {
        var content = Replies.bundle(bundle);
        var transientData = new JsonObject();
        if (!displayId.isBlank()) {
            transientData.addProperty("display_id", displayId);
        }
        content.add("transient", transientData);
        sender.send(type, content);
    }

    @Override
    public void clear(boolean wait) {
        var content = new JsonObject();
        content.addProperty("wait", wait);
        sender.send("clear_output", content);
    }

    @Override
    public Optional<Interactive> interactive() {
        return interactive;
    }
}
