package org.samokasa.sim.device.terminal.nexo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.nexo.NexoEnvelope;
import org.samokasa.protocol.nexo.NexoException;
import org.samokasa.protocol.nexo.NexoHeader;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.nexo.NexoMessage;
import org.samokasa.sim.device.VirtualMachine;

/** One connection to the terminal: one request, one response. */
final class NexoDoor implements VirtualMachine {
    private static final Duration GAP = Duration.ofMillis(1);
    private static final NexoKey STRANGE = NexoKey.derive("another-passphrase", "kioskdemo", 1);

    private record Piece(Instant at, Bytes bytes) {}

    private final NexoTerminalMachine terminal;
    private final Deque<Piece> outgoing = new ArrayDeque<>();
    private HttpFramer framer = new HttpFramer();
    private Wire wire;
    private String asked = "";

    NexoDoor(NexoTerminalMachine terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return terminal.name();
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        framer = new HttpFramer();
        outgoing.clear();
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        outgoing.clear();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        HttpFramer.Reading reading = framer.feed(bytes);
        if (reading instanceof HttpFramer.Reading.Malformed) {
            hangUp();
        } else if (reading instanceof HttpFramer.Reading.Received received) {
            asked = received.message().text();
            try {
                terminal.take(NexoEnvelope.open(asked, terminal.key), this, now);
            } catch (NexoException notOurs) {
                queue(HttpMessage.response(200, rejection("envelope").json()), now);
            }
        }
    }

    @Override
    public void poll(Instant now) {
        // The terminal polls its doors.
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    Optional<Instant> due() {
        return Optional.ofNullable(outgoing.peek()).map(Piece::at);
    }

    void flush(Instant now) {
        while (!outgoing.isEmpty() && !outgoing.element().at().isAfter(now)) {
            Bytes piece = outgoing.remove().bytes();
            if (piece.isEmpty()) {
                hangUp();
            } else if (wire != null) {
                wire.send(piece);
            }
        }
    }

    /** An empty 200, as aborts are answered. */
    void heard(Instant now) {
        queue(HttpMessage.response(200, ""), now);
    }

    void reject(NexoMessage request, Instant now) {
        queue(HttpMessage.response(200, seal(rejection("duplicate"), terminal.key)), now);
    }

    private NexoMessage rejection(String why) {
        NexoHeader header = new NexoHeader("Event", "Event", "Notification", "", "1", "KIOSK", "POI");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("TimeStamp", "2031-11-06T23:00:00.000Z");
        body.put("EventToNotify", "Reject");
        body.put("EventDetails", "message=" + why);
        body.put("RejectedMessage", Base64.getEncoder().encodeToString(asked.getBytes(StandardCharsets.UTF_8)));
        return NexoMessage.of(header, body);
    }

    void answer(NexoMessage request, Map<String, Object> body, Instant now) {
        NexoHeader header = request.header().response();
        boolean ofPayment = header.category().equals("Payment");
        if (ofPayment && terminal.has(NexoTrouble.NEVER_ANSWERS)) {
            return;
        }
        if (ofPayment && terminal.has(NexoTrouble.CLOSES_BEFORE_ANSWER)) {
            hangUp();
            return;
        }
        if (ofPayment && terminal.has(NexoTrouble.OTHER_SERVICE_ID)) {
            header = NexoHeader.request(header.category(), "Z000000000", header.saleId(), header.poiId())
                    .response();
        }
        NexoMessage answer = NexoMessage.of(header, body);
        queue(HttpMessage.response(200, ofPayment ? troubled(answer) : seal(answer, terminal.key)), now);
    }

    private String troubled(NexoMessage answer) {
        if (terminal.has(NexoTrouble.IN_CLEAR)) {
            return answer.json();
        }
        if (terminal.has(NexoTrouble.CLEAR_REJECT)) {
            return rejection("busy").json();
        }
        String sealed = seal(answer, terminal.has(NexoTrouble.WRONG_HMAC) ? STRANGE : terminal.key);
        if (terminal.has(NexoTrouble.OTHER_KEY_VERSION)) {
            return sealed.replace("\"KeyVersion\":1", "\"KeyVersion\":9");
        }
        return terminal.has(NexoTrouble.SWAPPED_HEADER)
                ? sealed.replaceFirst("\"SaleID\":\"[^\"]*\"", "\"SaleID\":\"KIOSK99\"")
                : sealed;
    }

    private String seal(NexoMessage message, NexoKey key) {
        byte[] nonce = new byte[16];
        terminal.random.nextBytes(nonce);
        return NexoEnvelope.seal(message, key, Bytes.copyOf(nonce));
    }

    private void queue(Bytes response, Instant now) {
        if (terminal.has(NexoTrouble.CLOSES_INSIDE_ANSWER)) {
            outgoing.add(new Piece(now, response.slice(0, response.size() / 2)));
        } else if (terminal.has(NexoTrouble.ONE_BYTE_AT_A_TIME)) {
            for (int i = 0; i < response.size(); i++) {
                outgoing.add(new Piece(now.plus(GAP.multipliedBy(i)), response.slice(i, i + 1)));
            }
        } else {
            outgoing.add(new Piece(now, response));
        }
        outgoing.add(new Piece(now.plus(GAP.multipliedBy(response.size())), Bytes.EMPTY));
    }

    void hangUp() {
        if (wire != null) {
            Wire lost = wire;
            wire = null;
            outgoing.clear();
            lost.hangUp();
        }
    }
}
