package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.tinybabel.kernel.protocol.Message;

/** What the kernel says about itself. */
final class KernelInfo {

    private KernelInfo() {}

    static JsonObject content() {
        var version = KernelInfo.class.getPackage().getImplementationVersion();
        var language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", Runtime.version().toString());
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".jshell");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "java");
        var content = Replies.ok();
        content.addProperty("protocol_version", Message.PROTOCOL_VERSION);
        content.addProperty("implementation", "tinybabel");
        content.addProperty("implementation_version", version == null ? "0.1.0" : version);
        content.add("language_info", language);
        content.addProperty("banner", "TinyBabel on Java " + Runtime.version());
        content.addProperty("debugger", false);
        // Neither a debugger nor subshells.
        content.add("supported_features", new JsonArray());
        content.add("help_links", new JsonArray());
        return content;
    }
}
