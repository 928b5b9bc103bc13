package org.samokasa.kiosk.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.web.CentreDesk.Entrance;
import org.samokasa.kiosk.web.CentreDesk.ShopLine;
import org.samokasa.kiosk.web.CentreDesk.Standing;

/** The help centre over HTTP, described in docs/centre.md: signing in, and commands that go on to a shop's hub. */
final class CentreApi {
    private static final HttpString SESSION_HEADER = new HttpString("X-Console-Session");
    private static final HttpString ACTION_HEADER = new HttpString("X-Action-Id");
    private static final String SHOPS = "/api/shops/";

    /** What a centre sends on: commands about requests, problems and lanes. Signing in and out is the centre's own. */
    private static final Pattern SENT_ON =
            Pattern.compile("/(requests|problems|lanes)(/([A-Za-z0-9._~:-]|%[0-9A-Fa-f]{2})+)+");

    /** It travels in a header. */
    private static final Pattern ACTION_ID = Pattern.compile("[!-~]{1,100}");

    /** Why nobody let somebody in: the reason that helps most in front. */
    private static final List<Standing> TELLING = List.of(
            Standing.PIN_WRONG,
            Standing.PIN_LOCKED,
            Standing.NOT_REMOTE,
            Standing.NO_PINS,
            Standing.UNKNOWN_HERE,
            Standing.KEY_WRONG,
            Standing.NO_CONTACT);

    /** What is typed; a PIN is always asked for. */
    record SignInBody(String name, String pin, Optional<String> shop) {
        SignInBody {
            if (name.isBlank() || name.length() > ConsoleApi.NAME_LENGTH_MAX) {
                throw new IllegalArgumentException("name must have 1 to " + ConsoleApi.NAME_LENGTH_MAX + " characters");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** No shop let them in; the shops say why each. */
    record ClosedBody(String error, String detail, List<ShopLine> shops) {}

    private final CentreDesk desk;

    CentreApi(CentreDesk desk) {
        this.desk = desk;
    }

    HttpHandler routes() {
        RoutingHandler routes = new RoutingHandler();
        routes.post("/sign-in", exchange -> ConsoleApi.body(exchange, this::signIn));
        routes.get(
                "/session",
                exchange -> ConsoleApi.send(
                        exchange,
                        StatusCodes.OK,
                        RecordJson.write(
                                SignInApi.HolderBody.class,
                                new SignInApi.HolderBody(
                                        desk.who(session(exchange)).orElseThrow()))));
        routes.post("/sign-out", exchange -> done(exchange, desk.signOut(session(exchange))));
        routes.post("/off-duty", exchange -> done(exchange, desk.offDuty(session(exchange))));
        routes.post("/shops/{shop}/*", exchange -> ConsoleApi.body(exchange, this::pass));
        routes.setFallbackHandler(exchange -> ConsoleApi.fail(exchange, StatusCodes.NOT_FOUND, "NO_SUCH_ADDRESS", ""));
        routes.setInvalidMethodHandler(
                exchange -> ConsoleApi.fail(exchange, StatusCodes.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", ""));
        HttpHandler known = signedIn(routes);
        return exchange -> (exchange.getRelativePath().equals("/sign-in") ? routes : known).handleRequest(exchange);
    }

    /** Lets those pass who have signed in. */
    HttpHandler signedIn(HttpHandler next) {
        return exchange -> {
            if (desk.who(session(exchange)).isPresent()) {
                next.handleRequest(exchange);
            } else {
                SignInApi.notSignedIn(exchange);
            }
        };
    }

    private void signIn(HttpServerExchange exchange, byte[] body) {
        SignInBody typed;
        try {
            typed = RecordJson.read(SignInBody.class, body, ConsoleApi.BODY_BYTES_MAX);
        } catch (RecordJsonException | IllegalArgumentException e) {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", e.getMessage());
            return;
        }
        ConsoleApi.later(
                exchange, desk.signIn(session(exchange), typed.name().strip(), typed.pin(), typed.shop()), entrance -> {
                    if (entrance.session().isPresent()) {
                        ConsoleApi.send(exchange, StatusCodes.OK, RecordJson.write(Entrance.class, entrance));
                    } else {
                        ConsoleApi.send(
                                exchange,
                                StatusCodes.UNAUTHORIZED,
                                RecordJson.write(ClosedBody.class, closed(entrance.shops())));
                    }
                    return null;
                });
    }

    private static ClosedBody closed(List<ShopLine> shops) {
        ShopLine telling = shops.stream()
                .filter(line -> TELLING.contains(line.standing()))
                .min(Comparator.comparing(line -> TELLING.indexOf(line.standing())))
                .orElse(shops.get(0));
        return new ClosedBody(telling.standing().name(), telling.detail(), shops);
    }

    private void pass(HttpServerExchange exchange, byte[] body) {
        String uri = exchange.getRequestURI();
        String rest = uri.startsWith(SHOPS) ? uri.substring(SHOPS.length()) : "";
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash);
        if (!SENT_ON.matcher(path).matches()) {
            ConsoleApi.fail(exchange, StatusCodes.NOT_FOUND, "NO_SUCH_ADDRESS", "");
            return;
        }
        Optional<String> action =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(ACTION_HEADER));
        if (action.isPresent() && !ACTION_ID.matcher(action.get()).matches()) {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", "X-Action-Id is one word");
            return;
        }
        String shop = rest.substring(0, slash);
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> desk.pass(session(exchange), shop, path, action, body).whenComplete((answer, failure) -> {
                    if (failure == null) {
                        ConsoleApi.send(exchange, answer.status(), answer.body());
                    } else {
                        ConsoleApi.fail(exchange, StatusCodes.GATEWAY_TIME_OUT, "NO_CONTACT", shop);
                    }
                }));
    }

    private static void done(HttpServerExchange exchange, java.util.concurrent.CompletableFuture<Boolean> changed) {
        ConsoleApi.later(exchange, changed, value -> {
            ConsoleApi.send(
                    exchange,
                    StatusCodes.OK,
                    RecordJson.write(ConsoleApi.DoneBody.class, new ConsoleApi.DoneBody(value)));
            return null;
        });
    }

    /** The header, or the query for the event stream. */
    static String session(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(SESSION_HEADER);
        if (header != null) {
            return header;
        }
        Deque<String> query = exchange.getQueryParameters().get("session");
        return query == null ? "" : query.getFirst();
    }
}
