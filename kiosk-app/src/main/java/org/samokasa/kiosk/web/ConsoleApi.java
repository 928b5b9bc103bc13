package org.samokasa.kiosk.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.store.LaneOrder;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;

/**
 * The commands of the console over HTTP, described in docs/console.md. Each may be repeated without harm. What goes
 * wrong is {@code {"error":CODE,"detail":TEXT}} with a fitting status.
 */
final class ConsoleApi {
    /** A name, a reason, a sentence to the shopper: nothing an attendant sends is longer. */
    static final int BODY_BYTES_MAX = 4096;

    private static final HttpString ACTION_HEADER = new HttpString("X-Action-Id");
    private static final int ETA_ACCEPT_SECONDS = 30;
    private static final int ETA_GO_SECONDS = 20;
    static final int NAME_LENGTH_MAX = 40;
    private static final Set<HelpRefusal> UNKNOWN = EnumSet.of(
            HelpRefusal.UNKNOWN_REQUEST,
            HelpRefusal.UNKNOWN_PROBLEM,
            HelpRefusal.UNKNOWN_ISSUE,
            HelpRefusal.UNKNOWN_SALE);

    /**
     * What an attendant sends along; each command looks at what it needs.
     *
     * @param by who it is; where staff sign in, their session says it and this is not looked at
     */
    record Act(
            Optional<String> by,
            OptionalInt etaSeconds,
            Optional<String> reason,
            Optional<String> action,
            Optional<String> note,
            Optional<String> to,
            Optional<String> text,
            Optional<String> test,
            OptionalInt lane,
            OptionalLong sale) {
        Act {
            if (by.isPresent() && (by.get().isBlank() || by.get().length() > NAME_LENGTH_MAX)) {
                throw new IllegalArgumentException("by must have 1 to " + NAME_LENGTH_MAX + " characters");
            }
        }

        Act by(String name) {
            return new Act(Optional.of(name), etaSeconds, reason, action, note, to, text, test, lane, sale);
        }

        String who() {
            return by.orElseThrow(() -> new IllegalArgumentException("by is missing"));
        }
    }

    /** What went wrong. */
    record ErrorBody(String error, String detail) {}

    /** It is done, or was so already. */
    record DoneBody(boolean changed) {}

    /** A command made of the path and the body. */
    private interface Maker {
        StoreCommand make(HttpServerExchange exchange, Act act);
    }

    private final ConsoleDesk desk;
    private final SignInApi staff;

    ConsoleApi(ConsoleDesk desk, ConsoleStaff staff) {
        this.desk = desk;
        this.staff = new SignInApi(staff);
    }

    HttpHandler handler() {
        return routes().otherwise(
                        exchange -> fail(exchange, StatusCodes.NOT_FOUND, "NO_SUCH_ADDRESS", ""),
                        exchange -> fail(exchange, StatusCodes.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", ""));
    }

    Routes routes() {
        Routes routes = new Routes();
        staff.addTo(routes);
        routes.get("/state", this::state);
        routes.get("/figures", this::figures);
        request(
                routes,
                "accept",
                (id, act) ->
                        new HelpCommand.Accept(id, act.who(), act.etaSeconds().orElse(ETA_ACCEPT_SECONDS)));
        request(
                routes,
                "go",
                (id, act) ->
                        new HelpCommand.SetOut(id, act.who(), act.etaSeconds().orElse(ETA_GO_SECONDS)));
        request(routes, "arrive", (id, act) -> new HelpCommand.Arrive(id, act.who()));
        request(
                routes,
                "solve",
                (id, act) -> new HelpCommand.Solve(id, act.who(), act.action().orElse("")));
        request(
                routes,
                "hand-over",
                (id, act) -> new HelpCommand.HandOver(id, act.who(), act.note().orElse(""), act.to()));
        post(routes, "/problems/{lane}/{id}/approve", decide(ProblemDecision.APPROVED));
        post(routes, "/problems/{lane}/{id}/reject", decide(ProblemDecision.REJECTED));
        post(
                routes,
                "/lanes/{lane}/message",
                (exchange, act) -> new StoreCommand.WriteToShopper(
                        lane(exchange), act.text().orElse(""), act.who()));
        post(routes, "/lanes/{lane}/open", order(LaneOrder.OPEN));
        post(routes, "/lanes/{lane}/close", order(LaneOrder.CLOSE));
        post(routes, "/lanes/{lane}/pause", order(LaneOrder.PAUSE));
        post(routes, "/lanes/{lane}/resume", order(LaneOrder.RESUME));
        post(
                routes,
                "/lanes/{lane}/suspend",
                (exchange, act) -> new StoreCommand.SuspendSale(
                        lane(exchange),
                        act.sale().orElseThrow(() -> new IllegalArgumentException("sale is missing")),
                        act.who()));
        post(
                routes,
                "/suspended/{id}/recall",
                (exchange, act) -> new StoreCommand.RecallSale(
                        parameter(exchange, "id"),
                        act.lane().orElseThrow(() -> new IllegalArgumentException("lane is missing")),
                        act.who()));
        post(
                routes,
                "/suspended/{id}/give-up",
                (exchange, act) -> new StoreCommand.GiveUpSale(
                        parameter(exchange, "id"), act.who(), act.reason().orElse("")));
        post(
                routes,
                "/lanes/{lane}/machines/{machine}/test",
                (exchange, act) -> new StoreCommand.TestMachine(
                        lane(exchange),
                        parameter(exchange, "machine"),
                        act.test().orElse(""),
                        act.who()));
        new ReportApi(desk, staff).to(routes);
        return routes;
    }

    /** A help command made of the request's id and the body. */
    private interface StepMaker {
        HelpCommand make(String requestId, Act act);
    }

    private void request(Routes routes, String verb, StepMaker maker) {
        post(
                routes,
                "/requests/{id}/" + verb,
                (exchange, act) -> new StoreCommand.HelpStep(maker.make(parameter(exchange, "id"), act)));
    }

    private static Maker decide(ProblemDecision decision) {
        return (exchange, act) -> new StoreCommand.DecideProblem(
                lane(exchange),
                parameter(exchange, "id"),
                decision,
                act.who(),
                act.reason().orElse(""));
    }

    private static Maker order(LaneOrder order) {
        return (exchange, act) -> new StoreCommand.OrderLane(lane(exchange), order, act.who());
    }

    private void post(Routes routes, String path, Maker maker) {
        routes.post(path, exchange -> body(exchange, (received, body) -> act(received, body, maker)));
    }

    /** What is done with a body. */
    interface BodyTaker {
        void take(HttpServerExchange exchange, byte[] body);
    }

    static void body(HttpServerExchange exchange, BodyTaker taker) {
        exchange.getRequestReceiver()
                .receiveFullBytes(
                        taker::take,
                        (failed, reason) ->
                                fail(failed, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "TOO_LONG", reason.getMessage()));
    }

    private void act(HttpServerExchange exchange, byte[] body, Maker maker) {
        Optional<String> who = staff.who(exchange);
        if (who.isEmpty() && staff.asksForSession()) {
            SignInApi.notSignedIn(exchange);
            return;
        }
        StoreCommand command;
        try {
            Act typed = RecordJson.read(Act.class, body, BODY_BYTES_MAX);
            command =
                    once(exchange, who, maker.make(exchange, who.map(typed::by).orElse(typed)));
        } catch (RecordJsonException | IllegalArgumentException e) {
            fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", e.getMessage());
            return;
        }
        later(exchange, desk.decide(command), decision -> answer(exchange, decision));
    }

    /** Ids of different people do not meet, and no page can ask for another one's answer. */
    private static StoreCommand once(HttpServerExchange exchange, Optional<String> who, StoreCommand command) {
        String id = exchange.getRequestHeaders().getFirst(ACTION_HEADER);
        return id == null ? command : new StoreCommand.Once(who.orElse("") + " " + id, command);
    }

    static Void answer(HttpServerExchange exchange, StoreDecision decision) {
        if (decision instanceof StoreDecision.Refused refused) {
            boolean unknown = UNKNOWN.contains(refused.reason());
            int status = unknown ? StatusCodes.NOT_FOUND : StatusCodes.CONFLICT;
            fail(exchange, status, refused.reason().name(), refused.detail());
        } else {
            boolean changed = !((StoreDecision.Happens) decision).events().isEmpty();
            send(exchange, StatusCodes.OK, RecordJson.write(DoneBody.class, new DoneBody(changed)));
        }
        return null;
    }

    private void state(HttpServerExchange exchange) {
        ConsoleEvents.Snapshot snapshot = new ConsoleEvents.Snapshot(desk.now(), desk.state());
        send(exchange, StatusCodes.OK, RecordJson.write(ConsoleEvents.Snapshot.class, snapshot));
    }

    private void figures(HttpServerExchange exchange) {
        Instant since;
        try {
            since = Instant.parse(parameter(exchange, "since"));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            fail(
                    exchange,
                    StatusCodes.BAD_REQUEST,
                    "BAD_REQUEST",
                    "since must be an instant like 2030-01-01T00:00:00Z");
            return;
        }
        later(exchange, desk.figures(since), figures -> {
            send(exchange, StatusCodes.OK, RecordJson.write(Figures.class, figures));
            return null;
        });
    }

    /** Answers when the hub has decided; no thread waits meanwhile. */
    static <T> void later(HttpServerExchange exchange, CompletableFuture<T> future, Function<T, Void> answer) {
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> future.whenComplete((value, failure) -> {
                    if (failure == null) {
                        answer.apply(value);
                    } else {
                        fail(
                                exchange,
                                StatusCodes.SERVICE_UNAVAILABLE,
                                "NOT_RECORDED",
                                String.valueOf(failure.getMessage()));
                    }
                }));
    }

    private static int lane(HttpServerExchange exchange) {
        return Integer.parseInt(parameter(exchange, "lane"));
    }

    private static String parameter(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        if (values == null || values.getFirst().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return values.getFirst();
    }

    static void fail(HttpServerExchange exchange, int status, String error, String detail) {
        send(exchange, status, RecordJson.write(ErrorBody.class, new ErrorBody(error, detail == null ? "" : detail)));
    }

    static void send(HttpServerExchange exchange, int status, byte[] json) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(json));
    }
}
