package org.samokasa.sim.device.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.ssi.SsiCodes;
import org.samokasa.protocol.ssi.SsiFramer;
import org.samokasa.protocol.ssi.SsiOpcode;
import org.samokasa.protocol.ssi.SsiPacket;
import org.samokasa.sim.device.VirtualMachine;

/**
 * A reader that speaks SSI; sheet scanner-serial, section 9. It waits 2 s for each acknowledgement, repeats twice, and then
 * gives the label up.
 */
public final class SsiMachine implements VirtualMachine, Reader {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final int REPEATS_MAX = 2;
    private static final int DENIED = 0x06;
    private static final int RESEND = 0x01;
    private static final int DATA_FORMAT = 0xEE;
    private static final int HANDSHAKE = 0x9F;
    /** From here on a beep code is a low one: something was not taken. */
    private static final int FIRST_LOW_BEEP = 0x05;

    private final String name;
    private final SsiFramer framer = new SsiFramer(SsiPacket.HOST);
    private final Deque<SsiPacket> waiting = new ArrayDeque<>();
    private boolean packets;
    private boolean handshake = true;
    private Wire wire;
    private boolean enabled = true;
    private int beeps;
    private int refusals;
    private int givenUp;
    private int repeats;
    private boolean underWay;
    private Instant sentAt = Instant.EPOCH;
    private String lastRead = "";

    /** @param packets false for a reader that is set to plain text until somebody tells it otherwise */
    public SsiMachine(String name, boolean packets) {
        this.name = name;
        this.packets = packets;
    }

    @Override
    public boolean scan(String text) {
        if (wire == null || !enabled) {
            return false;
        }
        lastRead = AimIdentifier.ensure(text.replace("{GS}", "\u001D"));
        Bytes data = Bytes.copyOf(lastRead.substring(AimIdentifier.LENGTH).getBytes(StandardCharsets.UTF_8));
        if (!packets) {
            wire.send(data.plus(Bytes.of(0x0D)));
            return true;
        }
        int type = SsiCodes.typeOf(lastRead.substring(0, AimIdentifier.LENGTH));
        int part = SsiPacket.DATA_BYTES_MAX - 1;
        for (int from = 0; from < data.size(); from += part) {
            int to = Math.min(data.size(), from + part);
            int status = to < data.size() ? SsiPacket.MORE : 0;
            Bytes typed = Bytes.of(type).plus(data.slice(from, to));
            waiting.add(SsiPacket.ofDecoder(SsiOpcode.DECODE_DATA, status, typed));
        }
        return true;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public int beeps() {
        return beeps;
    }

    @Override
    public int refusals() {
        return refusals;
    }

    @Override
    public String lastRead() {
        return lastRead;
    }

    /** How many packets nobody acknowledged. */
    public int givenUp() {
        return givenUp;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        forget();
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        forget();
    }

    private void forget() {
        waiting.clear();
        underWay = false;
        framer.reset();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (SsiFramer.Frame frame : framer.feed(bytes)) {
            if (frame instanceof SsiFramer.Frame.Whole whole) {
                take(whole.packet(), now);
            } else if (frame instanceof SsiFramer.Frame.Damaged) {
                say(SsiOpcode.CMD_NAK, Bytes.of(RESEND));
            }
        }
    }

    private void take(SsiPacket packet, Instant now) {
        switch (packet.opcode()) {
            case CMD_ACK -> acknowledged();
            case CMD_NAK -> refused(packet, now);
            case SCAN_ENABLE -> enable(true);
            case SCAN_DISABLE -> enable(false);
            case BEEP -> beep(packet.data());
            case PARAM_SEND -> set(packet.data());
            case REQUEST_REVISION -> say(SsiOpcode.REPLY_REVISION, Bytes.ascii("SAMOKASA SIM"));
            case FLUSH_QUEUE -> {
                forget();
                say(SsiOpcode.CMD_ACK, Bytes.EMPTY);
            }
            default -> say(SsiOpcode.CMD_NAK, Bytes.of(DENIED));
        }
    }

    private void acknowledged() {
        if (underWay) {
            underWay = false;
            waiting.remove();
        }
    }

    private void refused(SsiPacket nak, Instant now) {
        if (underWay && nak.data().equals(Bytes.of(RESEND)) && repeats < REPEATS_MAX) {
            repeat(now);
        } else {
            acknowledged();
        }
    }

    private void enable(boolean newEnabled) {
        enabled = newEnabled;
        say(SsiOpcode.CMD_ACK, Bytes.EMPTY);
    }

    private void beep(Bytes data) {
        if (data.size() == 1 && data.at(0) < FIRST_LOW_BEEP) {
            beeps++;
        } else {
            refusals++;
        }
        say(SsiOpcode.CMD_ACK, Bytes.EMPTY);
    }

    /** A beep code, then parameters and values in pairs. */
    private void set(Bytes data) {
        for (int i = 1; i + 1 < data.size(); i += 2) {
            if (data.at(i) == DATA_FORMAT) {
                packets = data.at(i + 1) == 1;
            } else if (data.at(i) == HANDSHAKE) {
                handshake = data.at(i + 1) == 1;
            }
        }
        say(SsiOpcode.CMD_ACK, Bytes.EMPTY);
    }

    private void say(SsiOpcode opcode, Bytes data) {
        wire.send(SsiPacket.ofDecoder(opcode, 0, data).encode());
    }

    @Override
    public void poll(Instant now) {
        if (wire != null && underWay && !now.isBefore(sentAt.plus(ANSWER_LIMIT))) {
            if (repeats < REPEATS_MAX) {
                repeat(now);
            } else {
                givenUp++;
                acknowledged();
            }
        }
        while (wire != null && !underWay && !waiting.isEmpty()) {
            wire.send(waiting.element().encode());
            sentAt = now;
            repeats = 0;
            underWay = handshake;
            if (!handshake) {
                waiting.remove();
            }
        }
    }

    private void repeat(Instant now) {
        repeats++;
        sentAt = now;
        wire.send(waiting.element().again().encode());
    }

    @Override
    public Optional<Instant> nextDue() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(underWay ? sentAt.plus(ANSWER_LIMIT) : sentAt);
    }
}
