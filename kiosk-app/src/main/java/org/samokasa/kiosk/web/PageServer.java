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
 * A web server with one of our pages. The page itself is open to whoever reaches the port; everything behind {@code /api}
 * needs the key, in the header {@code X-Console-Token} or, for the event stream, whose browser interface cannot set
 * headers, in the query.
 */
final class PageServer implements AutoCloseable {
    private static final HttpString TOKEN_HEADER = new HttpString("X-Console-Token");
    /** On the class path, apart from the classes. */
    private static final String PAGE_FOLDER = "org/samokasa/kiosk/web/page";
    /** The same drawings of goods that shoppers see. */
    private static final String PICTURE_FOLDER = "org/samokasa/kiosk/ui/pictures";
    /** The kiosk's own: a podium's browser may have no letters for Hindi. */
    private static final String FONT_FOLDER = "org/samokasa/kiosk/ui/fonts";

    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 4;

    /** Nothing from elsewhere runs in the page, and nobody frames it. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Undertow undertow;
    private final byte[] key;

    /**
     * @param port   0 for any free one
     * @param key    secret that opens what is behind {@code /api}
     * @param page   the file that is given when none is asked for
     * @param events what answers {@code /api/events}
     */
    PageServer(String host, int port, String key, String page, HttpHandler api, HttpHandler events) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        PathHandler paths = Handlers.path(files(PAGE_FOLDER, page));
        paths.addPrefixPath("/pictures", files(PICTURE_FOLDER, page));
        paths.addPrefixPath("/fonts", files(FONT_FOLDER, page));
        paths.addPrefixPath("/api", withKey(api));
        paths.addExactPath("/api/events", withKey(events));
        this.undertow = Undertow.builder()
                .addHttpListener(port, host, withHeaders(paths))
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) ConsoleApi.BODY_BYTES_MAX)
                .build();
    }

    private static HttpHandler files(String folder, String welcome) {
        ResourceHandler files =
                new ResourceHandler(new ClassPathResourceManager(PageServer.class.getClassLoader(), folder));
        files.setWelcomeFiles(welcome);
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

    private HttpHandler withKey(HttpHandler next) {
        return exchange -> {
            if (MessageDigest.isEqual(key, given(exchange).getBytes(StandardCharsets.UTF_8))) {
                next.handleRequest(exchange);
            } else {
                ConsoleApi.fail(
                        exchange,
                        StatusCodes.UNAUTHORIZED,
                        "NO_TOKEN",
                        "open the address that is printed at the start");
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
    void start() {
        undertow.start();
    }

    /** The port it listens on; meaningful after {@link #start}. */
    int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
