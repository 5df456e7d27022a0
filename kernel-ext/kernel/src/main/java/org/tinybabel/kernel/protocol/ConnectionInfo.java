package org.tinybabel.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What kernel and client agree on before they talk: the content of Jupyter's connection file.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address that the kernel binds
 * @param shellPort the port for requests
 * @param controlPort the port for requests that must not wait
 * @param stdinPort the port for input
 * @param iopubPort the port for output
 * @param heartbeatPort the port that echoes
 * @param key the secret that messages are signed with; blank for none
 */
public record ConnectionInfo(
        String transport,
        String ip,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int heartbeatPort,
        String key) {

    /**
     * Reads a connection file.
     *
     * @param file the file that Jupyter names on the command line
     * @return its content
     * @throws IOException if the file cannot be read or is not a connection file
     */
    public static ConnectionInfo read(Path file) throws IOException {
        try {
            var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            var scheme =
                    json.has("signature_scheme") ? json.get("signature_scheme").getAsString() : "hmac-sha256";
            if (!scheme.equals("hmac-sha256")) {
                throw new IOException(
                        file + " asks for the signature scheme " + scheme + "; only hmac-sha256 is known.");
            }
            return new ConnectionInfo(
                    json.has("transport") ? json.get("transport").getAsString() : "tcp",
                    json.get("ip").getAsString(),
                    json.get("shell_port").getAsInt(),
                    json.get("control_port").getAsInt(),
                    json.get("stdin_port").getAsInt(),
                    json.get("iopub_port").getAsInt(),
                    json.get("hb_port").getAsInt(),
                    json.has("key") ? json.get("key").getAsString() : "");
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            throw new IOException(file + " is not a Jupyter connection file: " + e.getMessage(), e);
        }
    }

    /**
     * The content of a connection file.
     *
     * @return JSON as Jupyter writes it
     */
    public String toJson() {
        var json = new JsonObject();
        json.addProperty("transport", transport);
        json.addProperty("ip", ip);
        json.addProperty("shell_port", shellPort);
        json.addProperty("control_port", controlPort);
        json.addProperty("stdin_port", stdinPort);
        json.addProperty("iopub_port", iopubPort);
        json.addProperty("hb_port", heartbeatPort);
        json.addProperty("key", key);
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("kernel_name", "tinybabel");
        return json.toString();
    }

    /**
     * The ZeroMQ address of a port.
     *
     * @param port one of the ports
     * @return such as {@code tcp://127.0.0.1:5555}
     */
    public String address(int port) {
        return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
    }
}
