package org.tinybabel.lab.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A hub on this machine that replays recorded pages, and first gives whatever other answers it was told to give. */
final class RecordedHub implements AutoCloseable {

    /** An answer other than a recorded page. */
    record Answer(int status, Map<String, String> headers, String body) {}

    final List<String> requests = new ArrayList<>();
    final List<String> agents = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    RecordedHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/datasets", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** What to answer before the recorded pages come. */
    RecordedHub first(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        requests.add(query);
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        var answer = answers.isEmpty() ? recorded(query) : answers.remove();
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer recorded(String query) throws IOException {
        var language = query.replaceAll(".*language:(\\w+).*", "$1");
        var page = query.contains("cursor=2") ? 2 : 1;
        var more = language.equals("ko") && page == 1;
        var next = "<" + address() + "/api/datasets?filter=language:ko&full=true&limit=1000&cursor=2>; rel=\"next\"";
        return new Answer(200, more ? Map.of("Link", next) : Map.of(), page(language + "-" + page));
    }

    static String page(String name) throws IOException {
        try (var page = RecordedHub.class.getResourceAsStream("recorded-" + name + ".json")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
