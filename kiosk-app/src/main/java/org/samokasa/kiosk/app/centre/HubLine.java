package org.samokasa.kiosk.app.centre;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.samokasa.kiosk.app.centre.CentreConfig.ShopAddress;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.CentreDesk;

/**
 * The way to one hub. Threads, connections and places are its own, so that a hub that is slow, silent or broken keeps
 * nobody else waiting. Nothing here waits; every question ends in an answer or a failure within {@link #ANSWER}.
 */
final class HubLine implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** A hub compares PINs one after the other, each some tenths of a second, and forces what it takes to its disk. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    /** Questions under way at once. */
    private static final int AT_ONCE_MAX = 50;

    private static final int THREADS = 2;
    private static final long THREAD_IDLE_SECONDS = 30;

    private final ShopAddress address;
    private final InstantSource clock;
    private final ThreadPoolExecutor threads;
    private final HttpClient http;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private volatile Instant heardAt;

    HubLine(ShopAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, THREAD_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "centre-" + address.id());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }

    ShopAddress address() {
        return address;
    }

    /** When the hub said anything last; empty if never. */
    Optional<Instant> heardAt() {
        return Optional.ofNullable(heardAt);
    }

    CompletableFuture<CentreDesk.Answer> get(String path, String session) {
        return ask(request(path, session).GET().build());
    }

    CompletableFuture<CentreDesk.Answer> post(String path, String session, Optional<String> actionId, byte[] body) {
        HttpRequest.Builder request = request(path, session)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        actionId.ifPresent(id -> request.header("X-Action-Id", id));
        return ask(request.build());
    }

    private HttpRequest.Builder request(String path, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.hub() + "/api" + path))
                .header("X-Console-Token", address.key());
        if (!session.isEmpty()) {
            request.header("X-Console-Session", session);
        }
        return request;
    }

    private CompletableFuture<CentreDesk.Answer> ask(HttpRequest request) {
        if (!places.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new IOException(address.id() + " has " + AT_ONCE_MAX + " questions open"));
        }
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request, info -> new BoundedBody(RecordJson.MAX_BYTES));
        CompletableFuture<CentreDesk.Answer> answer = sent.thenApply(response -> {
            heard();
            return new CentreDesk.Answer(response.statusCode(), response.body());
        });
        answer.orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            places.release();
            // After a time-out the exchange itself is still there.
            sent.cancel(true);
        });
        return answer;
    }

    /**
     * Listens to what happens in the shop.
     *
     * @return completes when the hub ends the stream, fails when it breaks; cancelling it ends it from here
     */
    CompletableFuture<HttpResponse<Void>> listen(String session, Consumer<EventStreamParser.Event> taker) {
        String path = "/events?session=" + URLEncoder.encode(session, StandardCharsets.UTF_8);
        BodyHandler<Void> body = info -> info.statusCode() == 200
                ? new EventBody(RecordJson.MAX_BYTES, event -> {
                    heard();
                    taker.accept(event);
                })
                : BodySubscribers.discarding();
        return http.sendAsync(request(path, session).GET().build(), body);
    }

    private void heard() {
        heardAt = clock.instant();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
