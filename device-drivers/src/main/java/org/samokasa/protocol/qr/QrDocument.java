package org.samokasa.protocol.qr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.json.JsonTree;

/**
 * A payment as the gateway has it (docs/qr-gateway.md). Times are by the gateway's clock and are compared with each other
 * only.
 *
 * @param attempt the till's own id, as it was sent
 * @param text for the code, empty when the till shall make it
 * @param secondsLeft how long the code is still good for
 * @param paidBy id of the one arrival that settles it; empty unless paid
 * @param arrivals all money that came for it, oldest first
 */
public record QrDocument(
        String reference,
        String attempt,
        long minor,
        String currency,
        State state,
        String text,
        int secondsLeft,
        Instant expires,
        String paidBy,
        List<Arrival> arrivals) {
    /** Each but the first is for good. */
    public enum State {
        OPEN,
        PAID,
        EXPIRED,
        CANCELLED,
        REFUSED
    }

    /**
     * @param id the bank's name of it, for instance RRN or UTR
     * @param givenBack whether the gateway has taken on to give it back
     */
    public record Arrival(String id, long minor, String currency, Instant at, boolean givenBack) {}

    /** Far more than a code's text has: an EPC code ends at 331 bytes. */
    private static final int TEXT_MAX = 500;

    private static final int SECONDS_MAX = 86_400;
    private static final int ARRIVALS_MAX = 100;

    public QrDocument {
        arrivals = List.copyOf(arrivals);
    }

    /** @throws QrException saying what is wrong with it; a document that contradicts itself is none */
    public static QrDocument read(JsonTree json) throws QrException {
        QrDocument read = new QrDocument(
                word(json, "reference", "[A-Za-z0-9]{1,35}"),
                word(json, "attempt", "[!-~]{1,64}"),
                whole(json, "minor", 1, Long.MAX_VALUE),
                word(json, "currency", "[A-Z]{3}"),
                state(json),
                text(json),
                (int) whole(json, "secondsLeft", 0, SECONDS_MAX),
                time(json, "expires"),
                json.at("paidBy").exists() ? word(json, "paidBy", QrGateway.ARRIVAL) : "",
                arrivals(json));
        read.check();
        return read;
    }

    private void check() throws QrException {
        Set<String> ids = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (!ids.add(arrival.id())) {
                throw new QrException("the arrival " + arrival.id() + " comes twice");
            }
        }
        if ((state == State.PAID) != settled().isPresent() || (state != State.PAID && !paidBy.isEmpty())) {
            throw new QrException("state " + state + " and paidBy '" + paidBy + "' do not go together");
        }
        Optional<Arrival> settling = settled();
        if (settling.isPresent()
                && (!isAsked(settling.get()) || settling.get().at().isAfter(expires))) {
            throw new QrException("paid by money of another amount or currency, or by money that came late");
        }
    }

    /** The arrival that settles it. */
    public Optional<Arrival> settled() {
        return arrivals.stream().filter(arrival -> arrival.id().equals(paidBy)).findFirst();
    }

    /** Whether its money was taken, counted and given back again. */
    public boolean isTakenBack() {
        return settled().filter(Arrival::givenBack).isPresent();
    }

    /**
     * Money that settles nothing and is still with the shop. While the payment is open, money of the right amount may be
     * what settles it in a moment.
     */
    public List<Arrival> owed() {
        return arrivals.stream()
                .filter(arrival -> !arrival.id().equals(paidBy) && !arrival.givenBack())
                .filter(arrival -> state != State.OPEN || !isAsked(arrival))
                .toList();
    }

    private boolean isAsked(Arrival arrival) {
        return arrival.minor() == minor && arrival.currency().equals(currency);
    }

    /** Why an arrival settles nothing. */
    public String whyOwed(Arrival arrival) {
        if (!isAsked(arrival)) {
            return "another amount than asked";
        }
        return state == State.PAID ? "paid already" : "came when the code was over";
    }

    private static List<Arrival> arrivals(JsonTree json) throws QrException {
        if (!(json.at("arrivals").value() instanceof List<?> list) || list.size() > ARRIVALS_MAX) {
            throw new QrException("arrivals: a list of at most " + ARRIVALS_MAX + " expected");
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (JsonTree each : json.at("arrivals").items()) {
            if (!(each.at("givenBack").value() instanceof Boolean givenBack)) {
                throw new QrException("givenBack: true or false expected");
            }
            arrivals.add(new Arrival(
                    word(each, "id", QrGateway.ARRIVAL),
                    whole(each, "minor", 1, Long.MAX_VALUE),
                    word(each, "currency", "[A-Z]{3}"),
                    time(each, "at"),
                    givenBack));
        }
        return arrivals;
    }

    private static State state(JsonTree json) throws QrException {
        String word = json.at("state").textOrEmpty();
        for (State state : State.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        throw new QrException("state: none of " + List.of(State.values()));
    }

    private static String text(JsonTree json) throws QrException {
        String text = json.at("text").textOrEmpty();
        if (text.length() > TEXT_MAX || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r')) {
            throw new QrException("text: at most " + TEXT_MAX + " characters without control characters expected");
        }
        return text;
    }

    private static String word(JsonTree json, String name, String form) throws QrException {
        return json.at(name)
                .text()
                .filter(text -> text.matches(form))
                .orElseThrow(() -> new QrException(name + ": a text of the form " + form + " expected"));
    }

    private static long whole(JsonTree json, String name, long least, long most) throws QrException {
        try {
            long number = json.at(name)
                    .number()
                    .map(BigDecimal::longValueExact)
                    .orElseThrow(() -> new QrException(name + ": a number expected"));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException notWhole) {
            // Told below, as any other number that does not fit.
        }
        throw new QrException(name + ": a whole number from " + least + " to " + most + " expected");
    }

    private static Instant time(JsonTree json, String name) throws QrException {
        try {
            return Instant.parse(json.at(name).textOrEmpty());
        } catch (DateTimeParseException e) {
            throw new QrException(name + ": a time like 2031-11-06T13:10:00Z expected");
        }
    }
}
