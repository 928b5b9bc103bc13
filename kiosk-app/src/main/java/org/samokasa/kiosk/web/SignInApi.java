package org.samokasa.kiosk.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;

/** Who holds a device: signing in and out, going off duty. */
final class SignInApi {
    private static final HttpString SESSION_HEADER = new HttpString("X-Console-Session");

    /** What is typed; the PIN may be missing where none is asked for. */
    record SignInBody(String name, Optional<String> pin) {
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

    /** Whose session it is. */
    record HolderBody(String name) {}

    private final ConsoleStaff staff;

    SignInApi(ConsoleStaff staff) {
        this.staff = staff;
    }

    void addTo(Routes routes) {
        routes.get(
                "/house",
                exchange -> ConsoleApi.send(
                        exchange, StatusCodes.OK, RecordJson.write(ConsoleStaff.House.class, staff.house())));
        routes.get(
                "/session",
                exchange -> who(exchange).ifPresentOrElse(name -> holder(exchange, name), () -> notSignedIn(exchange)));
        routes.post("/sign-in", exchange -> ConsoleApi.body(exchange, this::signIn));
        routes.post("/sign-out", exchange -> {
            Optional<String> who = who(exchange);
            staff.signOut(session(exchange));
            done(exchange, who.isPresent());
        });
        routes.post("/off-duty", exchange -> {
            Optional<String> who = who(exchange);
            if (who.isEmpty()) {
                notSignedIn(exchange);
            } else {
                ConsoleApi.later(exchange, staff.goOffDuty(who.get()), changed -> {
                    done(exchange, changed);
                    return null;
                });
            }
        });
    }

    private static void holder(HttpServerExchange exchange, String name) {
        ConsoleApi.send(exchange, StatusCodes.OK, RecordJson.write(HolderBody.class, new HolderBody(name)));
    }

    private void signIn(HttpServerExchange exchange, byte[] body) {
        SignInBody typed;
        try {
            typed = RecordJson.read(SignInBody.class, body, ConsoleApi.BODY_BYTES_MAX);
        } catch (RecordJsonException | IllegalArgumentException e) {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", e.getMessage());
            return;
        }
        String before = session(exchange);
        ConsoleApi.later(
                exchange, staff.signIn(typed.name().strip(), typed.pin().orElse("")), answer -> {
                    answer(exchange, answer, before);
                    return null;
                });
    }

    private void answer(HttpServerExchange exchange, ConsoleStaff.Answer answer, String before) {
        if (answer instanceof ConsoleStaff.Answer.In in) {
            // The device has changed hands.
            staff.signOut(before);
            ConsoleApi.send(exchange, StatusCodes.OK, RecordJson.write(ConsoleStaff.Answer.In.class, in));
        } else if (answer instanceof ConsoleStaff.Answer.Locked locked) {
            ConsoleApi.fail(exchange, StatusCodes.TOO_MANY_REQUESTS, "PIN_LOCKED", locked.until());
        } else if (answer instanceof ConsoleStaff.Answer.Busy) {
            ConsoleApi.fail(exchange, StatusCodes.TOO_MANY_REQUESTS, "BUSY", "");
        } else {
            ConsoleApi.fail(exchange, StatusCodes.UNAUTHORIZED, "PIN_WRONG", "");
        }
    }

    private static void done(HttpServerExchange exchange, boolean changed) {
        ConsoleApi.send(
                exchange,
                StatusCodes.OK,
                RecordJson.write(ConsoleApi.DoneBody.class, new ConsoleApi.DoneBody(changed)));
    }

    static void notSignedIn(HttpServerExchange exchange) {
        ConsoleApi.fail(exchange, StatusCodes.UNAUTHORIZED, "NOT_SIGNED_IN", "sign in first");
    }

    /** Who sends this, as far as the device can show it. */
    Optional<String> who(HttpServerExchange exchange) {
        return staff.who(session(exchange));
    }

    boolean asksForSession() {
        return staff.asksForSession();
    }

    private static String session(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(SESSION_HEADER);
        if (header != null) {
            return header;
        }
        Deque<String> query = exchange.getQueryParameters().get("session");
        return query == null ? "" : query.getFirst();
    }
}
