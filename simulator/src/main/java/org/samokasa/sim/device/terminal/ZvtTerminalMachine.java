package org.samokasa.sim.device.terminal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.EcrCommand;
import org.samokasa.protocol.zvt.Response;
import org.samokasa.protocol.zvt.ZvtFramer;
import org.samokasa.sim.device.VirtualMachine;

/**
 * A payment terminal that speaks ZVT over TCP (section 16).
 *
 * <p>In interactive use it stands at "insert card" until {@link #outcome} tells what the shopper and the bank do; a
 * script tells it before. Its memory survives a loss of power.
 */
public final class ZvtTerminalMachine implements VirtualMachine {
    private final ZvtTerminalOptions options;
    private final ZvtFramer framer = new ZvtFramer();
    private final Body body;
    private final Commands commands;
    private Wire wire;
    private Instant now = Instant.EPOCH;
    private Optional<Integer> hangUpBefore = Optional.empty();
    private int messages;

    public ZvtTerminalMachine(ZvtTerminalOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.body = new Body(options, new Speech(this::send));
        this.commands = new Commands(body, this::send);
    }

    @Override
    public String name() {
        return options.name();
    }

    /** What the present or the next payment ends in; takes effect at the next {@link #poll}. */
    public void outcome(Outcome outcome) {
        body.chosen = Optional.of(outcome);
    }

    /** The shopper presses the red key; nothing happens when no card is awaited. */
    public void pressCancel() {
        commands.pressCancel();
    }

    /** Makes it misbehave, or stop doing so. */
    public void quirk(Quirk quirk, boolean on) {
        if (on) {
            body.quirks.add(quirk);
        } else {
            body.quirks.remove(quirk);
        }
    }

    /** Its own status code (section 9.3), 00 when all is well; 9C makes it refuse everything with 84 9C. */
    public void status(int code) {
        commands.status(code);
    }

    /**
     * Cuts the connection once, before this message of the next payment or reversal is delivered, in either direction. A
     * payment with fewer messages is not cut.
     *
     * @param message 1 is the command itself, 2 the answer to it, and so on
     */
    public void hangUpBefore(int message) {
        hangUpBefore = Optional.of(message);
        messages = 0;
    }

    /** Power off and on: the connection, the registration and what it was doing are gone, its memory is not. */
    public void powerCycle() {
        lineLost();
        commands.powerCycle();
        if (wire != null) {
            Wire lost = wire;
            wire = null;
            lost.hangUp();
        }
    }

    /** What its display shows, lines separated by a line feed. */
    public String display() {
        return body.display;
    }

    public boolean isRegistered() {
        return body.till.registered();
    }

    /** True while it waits for a card, and so for {@link #outcome}. */
    public boolean waitsForCard() {
        return commands.waitsForCard();
    }

    /** Everything in its memory, oldest first. */
    public List<Turnover> turnovers() {
        return body.store.all();
    }

    /** Money taken and kept, in minor units. */
    public long chargedMinor() {
        return turnovers().stream()
                .filter(Turnover::isCharged)
                .mapToLong(Turnover::minor)
                .sum();
    }

    @Override
    public void connected(Wire newWire, Instant moment) {
        now = moment;
        commands.remember(moment);
        wire = Objects.requireNonNull(newWire, "wire");
        framer.reset();
    }

    @Override
    public void disconnected(Instant moment) {
        now = moment;
        if (wire != null) {
            wire = null;
            lineLost();
        }
    }

    @Override
    public void receive(Bytes bytes, Instant moment) {
        now = moment;
        for (ZvtFramer.Inbound inbound : framer.feed(bytes)) {
            if (wire == null) {
                return;
            }
            if (inbound instanceof ZvtFramer.Received received) {
                take(received.apdu());
            } else {
                hangUp();
            }
        }
    }

    @Override
    public void poll(Instant moment) {
        now = moment;
        commands.remember(moment);
        commands.poll(moment);
        afterwards();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(body.speech.nextDue(now), commands.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private void take(Apdu apdu) {
        boolean movesMoney = apdu.code() == EcrCommand.AUTHORISATION || apdu.code() == EcrCommand.REVERSAL;
        if (movesMoney || messages > 0) {
            messages++;
        }
        if (isCut()) {
            hangUp();
            return;
        }
        if (body.has(Quirk.SILENT)) {
            return;
        }
        if (apdu.isResponse()) {
            Response.read(apdu).ifPresent(body.speech::onAnswer);
        } else {
            commands.take(apdu, now);
        }
        commands.poll(now);
        afterwards();
    }

    private void send(Apdu apdu) {
        if (messages > 0) {
            messages++;
        }
        if (wire == null) {
            return;
        }
        if (isCut()) {
            hangUp();
            return;
        }
        Bytes bytes = body.has(Quirk.LONG_LENGTHS) ? apdu.encodeLong() : apdu.encode();
        if (body.has(Quirk.TORN_MESSAGES)) {
            wire.send(bytes.slice(0, 2));
            wire.send(bytes.slice(2, bytes.size()));
        } else {
            wire.send(bytes);
        }
    }

    private void afterwards() {
        if (commands.takeCompleted()) {
            if (messages > 0) {
                messages = 0;
                hangUpBefore = Optional.empty();
            }
            if (body.has(Quirk.HANGS_UP_WHEN_DONE) && wire != null) {
                hangUp();
            }
        }
    }

    private boolean isCut() {
        return messages > 0
                && hangUpBefore.filter(message -> message == messages).isPresent();
    }

    private void hangUp() {
        Wire lost = wire;
        wire = null;
        messages = 0;
        hangUpBefore = Optional.empty();
        lineLost();
        lost.hangUp();
    }

    private void lineLost() {
        framer.reset();
        commands.lineLost();
    }
}
