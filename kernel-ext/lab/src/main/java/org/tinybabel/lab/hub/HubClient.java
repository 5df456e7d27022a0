package org.tinybabel.lab.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Lists the datasets of a public hub, page by page: {@code GET /api/datasets?filter=language:ko&full=true&limit=1000}, then whatever
 * the header {@code Link: <…>; rel="next"} names. It sends at most one request a second, says who it is, needs no account, waits when
 * the hub says so, and gives up with a message when it would have to wait for long.
 */
public final class HubClient {

    /** The hub that the paper is about. */
    public static final URI HUGGING_FACE = URI.create("https://huggingface.co");

    private static final String USER_AGENT = "TinyBabel/0.1 (teaching kit; counts datasets by language)";
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration WAIT_WITHOUT_WORD = Duration.ofSeconds(30);
    private static final int MOST_WAITS = 5;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?");
    private static final Pattern RESET = Pattern.compile("\\bt=(\\d+)");

    private final URI hub;
    private final Consumer<String> messages;
    private final Pause pause;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private boolean asked;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Waits.
         *
         * @param duration how long
         * @throws InterruptedException if the thread is told to stop
         */
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * A client.
     *
     * @param hub the hub's address, such as {@link #HUGGING_FACE}
     * @param messages is told of each page and each wait, one line each
     */
    public HubClient(URI hub, Consumer<String> messages) {
        this(hub, messages, duration -> Thread.sleep(duration.toMillis()));
    }

    /**
     * A client that waits in a way of its own.
     *
     * @param hub the hub's address
     * @param messages is told of each page and each wait, one line each
     * @param pause what to do instead of waiting
     */
    public HubClient(URI hub, Consumer<String> messages, Pause pause) {
        this.hub = hub;
        this.messages = messages;
        this.pause = pause;
    }

    /**
     * Lists all datasets with the tag of a language.
     *
     * @param language such as {@code ko}
     * @return each once, in the hub's order
     * @throws HubException if the hub cannot be reached, answers with an error or with something else than a list of datasets, knows
     *     none, or asks to wait for more than five minutes
     * @throws InterruptedException if the thread is told to stop
     */
    public List<HubDataset> datasets(String language) throws HubException, InterruptedException {
        var datasets = new LinkedHashMap<String, HubDataset>();
        var asked = new HashSet<URI>();
        var next = Optional.of(hub.resolve("/api/datasets?filter=language:" + language + "&full=true&limit=1000"));
        while (next.isPresent()) {
            if (!asked.add(next.get())) {
                throw new HubException("The hub's pages go round in a circle: " + next.get() + " comes twice.");
            }
            var response = get(next.get());
            HubPage.read(response.body()).forEach(dataset -> datasets.put(dataset.id(), dataset));
            messages.accept(language + ": " + datasets.size() + " datasets on "
                    + (asked.size() == 1 ? "1 page" : asked.size() + " pages"));
            next = next(response);
        }
        if (datasets.isEmpty()) {
            throw new HubException("The hub knows no dataset with the tag language:" + language + ".");
        }
        return List.copyOf(datasets.values());
    }

    private HttpResponse<String> get(URI page) throws HubException, InterruptedException {
        for (var waits = 0; ; waits++) {
            var response = once(page);
            if (response.statusCode() == 200) {
                return response;
            }
            if (response.statusCode() != 429 && response.statusCode() != 503) {
                throw new HubException("The hub answered " + page + " with the HTTP status " + response.statusCode()
                        + meaning(response.statusCode()));
            }
            var wait = wait(response);
            if (waits == MOST_WAITS || wait.compareTo(LONGEST_WAIT) > 0) {
                throw new HubException("The hub limits how much one may ask, and wants " + wait.toSeconds()
                        + " s of patience" + (waits == MOST_WAITS ? " once more" : "") + ": try again later.");
            }
            messages.accept("The hub asks to wait " + wait.toSeconds() + " s.");
            pause.of(wait);
        }
    }

    private HttpResponse<String> once(URI page) throws HubException, InterruptedException {
        if (asked) {
            pause.of(BETWEEN_REQUESTS);
        }
        asked = true;
        var request = HttpRequest.newBuilder(page)
                .timeout(ANSWER_WITHIN)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HubException("Cannot reach " + hub + " (" + e + "): is this machine online?", e);
        }
    }

    private static String meaning(int status) {
        if (status >= 500) {
            return ": it has trouble of its own, try again later.";
        }
        return status == 401 || status == 403
                ? ": it does not let us in."
                : ": its interface may have changed since this kit was made.";
    }

    /** What Retry-After says, in seconds or as a date; else what is left of the period of RateLimit; else half a minute. */
    private static Duration wait(HttpResponse<String> response) {
        var after = response.headers().firstValue("Retry-After").flatMap(HubClient::delay);
        var reset = response.headers()
                .firstValue("RateLimit")
                .map(RESET::matcher)
                .filter(found -> found.find())
                .flatMap(found -> delay(found.group(1)));
        return after.or(() -> reset).orElse(WAIT_WITHOUT_WORD);
    }

    private static Optional<Duration> delay(String words) {
        try {
            return Optional.of(
                    words.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(words))
                            : positive(Duration.between(
                                    Instant.now(), ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Optional<URI> next(HttpResponse<String> response) throws HubException {
        for (var link : response.headers().allValues("Link")) {
            var found = NEXT.matcher(link);
            if (found.find()) {
                return Optional.of(sameServer(response.uri(), found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static URI sameServer(URI page, String next) throws HubException {
        try {
            var resolved = page.resolve(next);
            if (page.getAuthority().equals(resolved.getAuthority())) {
                return resolved;
            }
        } catch (IllegalArgumentException e) {
            throw new HubException("The hub's next page has no valid address: " + next, e);
        }
        throw new HubException("The hub's next page is on another server and was not read: " + next);
    }
}
