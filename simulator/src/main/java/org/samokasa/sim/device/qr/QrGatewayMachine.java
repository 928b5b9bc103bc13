package org.samokasa.sim.device.qr;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/**
 * A payment service's gateway for codes on screens (docs/qr-gateway.md) with its bank and its payers. Serves several
 * connections at once. What it has taken on it keeps, whatever becomes of the connection.
 */
public final class QrGatewayMachine implements VirtualMachine {
    private static final int LINES = 4;

    private static final String PAYMENT = "/payments/[A-Za-z0-9]{1,35}";

    private final String name;
    private final String token;
    private final GatewayBook book;
    private final List<QrDoor> doors = new ArrayList<>();
    private final Set<GatewayTrouble> troubles = EnumSet.noneOf(GatewayTrouble.class);
    private final Map<Integer, GatewayTrouble> troublesByNumber = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();

    /**
     * @param token that a till must show; empty for none
     * @param texts whether the gateway makes the codes' texts itself
     */
    public QrGatewayMachine(String name, String token, boolean texts, SimulatedQrProvider bank) {
        this.name = name;
        this.token = token;
        this.book = new GatewayBook(bank, texts);
        for (int i = 0; i < LINES; i++) {
            doors.add(new QrDoor(this));
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** The payer before the code that is shown, or else before the next one. */
    public void payer(Payer payer, Instant now) {
        book.decides(payer, now);
    }

    /** From now on, until healed. */
    public void trouble(GatewayTrouble trouble) {
        troubles.add(trouble);
    }

    /** @param request counted from 0 since the gateway was made */
    public void troubleAt(int request, GatewayTrouble trouble) {
        troublesByNumber.put(request, trouble);
    }

    public void heal() {
        troubles.clear();
        troublesByNumber.clear();
    }

    /** Off and on: connections are gone, what was taken on is not. */
    public void powerCycle() {
        doors.forEach(QrDoor::hangUp);
    }

    /** What it was asked, oldest first: method and path. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public boolean isShown() {
        return book.newestOpen().isPresent();
    }

    public int payments() {
        return book.size();
    }

    /** Money that the shop has and has not given back, minor units. */
    public long keptMinor(Instant now) {
        return book.bank.keptMinor(now);
    }

    /** The same for each attempt that anything was kept for. */
    public Map<String, Long> keptByAttempt(Instant now) {
        return book.keptByAttempt(now);
    }

    /** Whether the payment of this attempt was opened and is not settled one way or the other. */
    public boolean isOpen(String attempt) {
        return book.isIn("OPEN", attempt);
    }

    /** Whether it was paid, for good. */
    public boolean isPaid(String attempt) {
        return book.isIn("PAID", attempt);
    }

    @Override
    public VirtualMachine line(int number) {
        return number == 0 ? this : doors.get(number % LINES);
    }

    @Override
    public void connected(Wire wire, Instant now) {
        doors.get(0).connected(wire, now);
    }

    @Override
    public void disconnected(Instant now) {
        doors.get(0).disconnected(now);
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        doors.get(0).receive(bytes, now);
    }

    @Override
    public void poll(Instant now) {
        book.poll(now);
        doors.forEach(door -> door.flush(now));
    }

    @Override
    public Optional<Instant> nextDue() {
        return doors.stream().map(QrDoor::due).flatMap(Optional::stream).min(Instant::compareTo);
    }

    void take(HttpMessage request, QrDoor door, Instant now) {
        String[] words = request.startLine().split(" ");
        Optional<GatewayTrouble> trouble = Optional.ofNullable(troublesByNumber.remove(requests.size()))
                .or(() -> troubles.stream().findFirst());
        requests.add(words[0] + " " + words[1]);
        book.poll(now);
        if (trouble.filter(GatewayTrouble.CUT_BEFORE::equals).isPresent()) {
            door.hangUp();
        } else if (trouble.filter(GatewayTrouble.DEAF::equals).isEmpty()) {
            boolean away = trouble.filter(GatewayTrouble.SAYS_503::equals).isPresent();
            Answer answer = away ? Answer.of(503) : answer(words[0], words[1], request, now);
            door.answer(answer, trouble, now);
        }
    }

    /** @param json empty unless the status is 200 */
    record Answer(int status, String json) {
        static Answer of(int status) {
            return new Answer(status, "");
        }
    }

    private Answer answer(String method, String path, HttpMessage request, Instant now) {
        String shown = request.headers().getOrDefault("authorization", "");
        if (!token.isEmpty() && !shown.equals("Bearer " + token)) {
            return Answer.of(401);
        }
        if (method.equals("GET") && path.startsWith("/payments?till=") && path.endsWith("&owed=true")) {
            String till = path.substring("/payments?till=".length(), path.length() - "&owed=true".length());
            return new Answer(200, JsonTree.write(Map.of("payments", book.owed(till, now))));
        }
        if (method.equals("PUT") && path.matches(PAYMENT)) {
            return create(path.split("/")[2], request.text(), now);
        }
        if (!path.matches(PAYMENT + "(/.*)?") || !book.knows(path.split("/")[2])) {
            return Answer.of(404);
        }
        String reference = path.split("/")[2];
        if (method.equals("POST") && path.matches(PAYMENT + "/cancel")) {
            book.cancel(reference, now);
        } else if (method.equals("PUT") && path.matches(PAYMENT + "/refunds/[^/]+")) {
            if (!book.giveBack(reference, path.split("/")[4], now)) {
                return Answer.of(404);
            }
        } else if (!method.equals("GET") || !path.matches(PAYMENT)) {
            return Answer.of(404);
        }
        return document(reference, now);
    }

    private Answer create(String reference, String body, Instant now) {
        try {
            JsonTree json = JsonTree.parse(body);
            Map<String, Object> asked = Map.of(
                    "till", json.at("till").text().orElseThrow(),
                    "attempt", json.at("attempt").text().orElseThrow(),
                    "minor", json.at("minor").number().orElseThrow(),
                    "currency", json.at("currency").text().orElseThrow());
            long minor = ((BigDecimal) asked.get("minor")).longValueExact();
            int seconds = json.at("lifetimeSeconds").number().orElseThrow().intValueExact();
            boolean same = book.open(reference, asked, minor, (String) asked.get("currency"), seconds, now);
            return same ? document(reference, now) : Answer.of(409);
        } catch (JsonException | java.util.NoSuchElementException | ArithmeticException e) {
            return Answer.of(400);
        }
    }

    private Answer document(String reference, Instant now) {
        return new Answer(200, JsonTree.write(book.document(reference, now)));
    }
}
