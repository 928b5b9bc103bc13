package org.samokasa.kiosk.web;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Deque;

/**
 * The web server of the console. The page itself is open to whoever reaches the port; everything behind {@code /api}
 * needs the token, in the header {@code X-Console-Token} or, for the event stream, whose browser interface cannot set
 * headers, in the query.
 */
public final class ConsoleServer implements AutoCloseable {
    private static final HttpString TOKEN_HEADER = new HttpString("X-Console-Token");
    /** On the class path, apart from the classes. */
    private static final String PAGE_FOLDER = "org/samokasa/kiosk/web/page";

    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 4;

    /** Nothing from elsewhere runs in the page, and nobody frames it. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Undertow undertow;
    private final ConsoleEvents events;
    private final byte[] token;

    /**
     * @param host  address to listen on
     * @param port  0 for any free one
     * @param token secret that opens the API
     */
    public ConsoleServer(String host, int port, String token, ConsoleDesk desk, ConsoleStaff staff) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.events = new ConsoleEvents(desk.state(), desk::now, staff);
        this.undertow = Undertow.builder()
                .addHttpListener(port, host, withHeaders(routes(desk, staff)))
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) ConsoleApi.BODY_BYTES_MAX)
                .build();
    }

    private HttpHandler routes(ConsoleDesk desk, ConsoleStaff staff) {
        PathHandler paths = Handlers.path(page());
        paths.addPrefixPath("/api", withToken(new ConsoleApi(desk, staff).handler()));
        paths.addExactPath("/api/events", withToken(Handlers.serverSentEvents(events)));
        return paths;
    }

    private static HttpHandler page() {
        ResourceHandler files =
                new ResourceHandler(new ClassPathResourceManager(ConsoleServer.class.getClassLoader(), PAGE_FOLDER));
        files.setWelcomeFiles("index.html");
        files.setDirectoryListingEnabled(false);
        return files;
    }

    private static HttpHandler withHeaders(HttpHandler next) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .put(new HttpString("Content-Security-Policy"), CONTENT_POLICY)
                    .put(new HttpString("X-Content-Type-Options"), "nosniff")
                    .put(new HttpString("Referrer-Policy"), "no-referrer")
                    .put(Headers.CACHE_CONTROL, "no-store");
            next.handleRequest(exchange);
        };
    }

    private HttpHandler withToken(HttpHandler next) {
        return exchange -> {
            if (MessageDigest.isEqual(token, given(exchange).getBytes(StandardCharsets.UTF_8))) {
                next.handleRequest(exchange);
            } else {
                ConsoleApi.fail(exchange, StatusCodes.UNAUTHORIZED, "NO_TOKEN", "open the address that the hub prints");
            }
        };
    }

    private static String given(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
        if (header != null) {
            return header;
        }
        Deque<String> query = exchange.getQueryParameters().get("token");
        return query == null ? "" : query.getFirst();
    }

    /** Begins to listen. */
    public void start() {
        undertow.start();
    }

    /** The port it listens on; meaningful after {@link #start}. */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Tells every open page what has changed. */
    public void publish(ConsoleState state) {
        events.publish(state);
    }

    /** Tells every open page that the hub is alive; to be called every five seconds. */
    public void beat() {
        events.beat();
    }

    @Override
    public void close() {
        events.close();
        undertow.stop();
    }
}
