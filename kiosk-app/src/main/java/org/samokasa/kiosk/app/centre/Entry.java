package org.samokasa.kiosk.app.centre;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.json.JsonLook;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.web.CentreDesk.Answer;
import org.samokasa.kiosk.web.CentreDesk.Standing;

/**
 * How somebody comes in at a hub. The hub is asked first who works for it: a PIN is only shown where its owner is known,
 * and only as somebody who helps from far away. Anybody else would be taken for present by the shop, and might then decide
 * what the law ties to presence.
 */
final class Entry {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final String REMOTE = "REMOTE";
    /** It travels in a header. */
    private static final String ONE_WORD = "[!-~]{1,200}";

    /** What a hub is sent. */
    record SignIn(String name, String pin) {}

    private Entry() {}

    /** Fails never: a hub that does not answer is a standing too. */
    static CompletableFuture<Access> at(HubLine hub, String name, String pin) {
        return hub.get("/house", "")
                .thenCompose(house -> {
                    Optional<Access> closed = closedTo(name, house);
                    return closed.isPresent()
                            ? CompletableFuture.completedFuture(closed.get())
                            : hub.post(
                                            "/sign-in",
                                            "",
                                            Optional.empty(),
                                            RecordJson.write(SignIn.class, new SignIn(name, pin)))
                                    .thenApply(Entry::access);
                })
                .exceptionally(failure -> Access.closed(Standing.NO_CONTACT, ""));
    }

    /** Why the PIN is not even shown; empty when it may be. */
    static Optional<Access> closedTo(String name, Answer house) {
        if (house.status() == UNAUTHORIZED) {
            return Optional.of(Access.closed(Standing.KEY_WRONG, ""));
        }
        if (house.status() != OK) {
            return Optional.of(Access.closed(Standing.NO_CONTACT, "status " + house.status()));
        }
        JsonLook shop = look(house);
        if (!shop.isTrue("pin")) {
            return Optional.of(Access.closed(Standing.NO_PINS, ""));
        }
        Optional<JsonLook> person = shop.list("people").stream()
                .filter(one -> one.text("name").equals(Optional.of(name)))
                .findFirst();
        if (person.isEmpty()) {
            return Optional.of(Access.closed(Standing.UNKNOWN_HERE, ""));
        }
        boolean remote = person.get().text("role").equals(Optional.of(REMOTE));
        return remote ? Optional.empty() : Optional.of(Access.closed(Standing.NOT_REMOTE, ""));
    }

    private static Access access(Answer answer) {
        JsonLook said = look(answer);
        Optional<String> session = said.text("session").filter(text -> text.matches(ONE_WORD));
        if (answer.status() == OK && session.isPresent()) {
            return Access.in(session.get());
        }
        String detail = said.text("detail").orElse("");
        return switch (said.text("error").orElse("")) {
            case "PIN_WRONG" -> Access.closed(Standing.PIN_WRONG, detail);
            case "PIN_LOCKED" -> Access.closed(Standing.PIN_LOCKED, detail);
            // Too many come in at once; the PIN may be shown again.
            case "BUSY" -> Access.closed(Standing.PIN_NEEDED, "");
            default -> Access.closed(Standing.NO_CONTACT, "status " + answer.status());
        };
    }

    /** An answer that is no JSON says nothing. */
    static JsonLook look(Answer answer) {
        try {
            return JsonLook.into(answer.body());
        } catch (RecordJsonException e) {
            return JsonLook.NOTHING;
        }
    }
}
