package org.samokasa.sim.device.qr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.sim.device.VirtualMachine;

/** One connection to the gateway: one request, one response. */
final class QrDoor implements VirtualMachine {
    /** The till closes when it has its answer; a line that it leaves open is closed then. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Piece(Instant at, Bytes bytes) {}

    private final QrGatewayMachine gateway;
    private final Deque<Piece> outgoing = new ArrayDeque<>();
    private HttpFramer framer = new HttpFramer();
    private Wire wire;

    QrDoor(QrGatewayMachine gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return gateway.name();
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
            framer = new HttpFramer();
            gateway.take(received.message(), this, now);
        }
    }

    /** The gateway polls its doors. */
    @Override
    public void poll(Instant now) {
        flush(now);
    }

    @Override
    public Optional<Instant> nextDue() {
        return due();
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

    void answer(QrGatewayMachine.Answer answer, Optional<GatewayTrouble> trouble, Instant now) {
        Bytes right = answer.status() == 200
                ? HttpMessage.response(answer.json(), digest(answer.json()))
                : HttpMessage.response(answer.status(), "");
        if (trouble.isEmpty()) {
            queue(now, right);
            return;
        }
        switch (trouble.get()) {
            case CUT_AFTER -> hangUp();
            case CUT_INSIDE -> {
                outgoing.add(new Piece(now, right.slice(0, right.size() / 2)));
                outgoing.add(new Piece(now, Bytes.EMPTY));
            }
            case SAYS_500 -> queue(now, HttpMessage.response(500, ""));
            case GARBLED -> queue(now, Bytes.ascii("{" + answer.json().length()));
            case SLOW -> queue(now.plus(Duration.ofSeconds(4)), right);
            case TOO_SLOW -> queue(now.plus(Duration.ofSeconds(30)), right);
            case SILENT -> outgoing.clear();
            default -> queue(now, right);
        }
    }

    private void queue(Instant at, Bytes bytes) {
        outgoing.add(new Piece(at, bytes));
        outgoing.add(new Piece(at.plus(PATIENCE), Bytes.EMPTY));
    }

    private static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
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
