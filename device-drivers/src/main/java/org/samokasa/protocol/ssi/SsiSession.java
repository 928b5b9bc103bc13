package org.samokasa.protocol.ssi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;
import org.samokasa.protocol.ssi.SsiFramer.Frame;

/**
 * The host's side of one reader: acknowledges what comes, hands every label on once, and sends one command at a time, each
 * repeated twice at most. Times: sheet section 9.3.
 */
public final class SsiSession {
    /** How long either side waits for an acknowledgement. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    static final int REPEATS_MAX = 2;
    /** Longest pause between two characters of a packet. */
    static final Duration GAP = Duration.ofMillis(200);
    /** How long the next part of a long label may take. */
    static final Duration PART_LIMIT = Duration.ofSeconds(2);
    /** Printable bytes for so long and no packet: the reader is set to plain text. */
    static final Duration PLAIN_TEXT_AFTER = Duration.ofSeconds(3);
    /** A quiet reader is asked so often whether it is there; a scan proves it as well. */
    static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    /** Commands that may wait; a reader that is not there must not collect an evening's beeps. */
    static final int COMMANDS_WAITING_MAX = 8;

    /** No beep; software handshake on, 2.0 s for our answer, labels as packets; not permanent. */
    private static final SsiPacket SET_UP =
            SsiPacket.ofHost(SsiOpcode.PARAM_SEND, 0xFF, 0x9F, 0x01, 0x9B, 0x14, 0xEE, 0x01);

    private static final int BEEP_SHORT_HIGH = 0x00;
    private static final int BEEP_FOUR_LONG_LOW = 0x12;
    private static final int NAK_RESEND = 0x01;
    private static final int NAK_CONTEXT = 0x02;
    /** A single NUL that is no packet wakes a sleeping engine, which loses the first byte it is sent. */
    private static final Bytes WAKE_UP = Bytes.of(0x00);

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Label(String text) implements Step {}

        record Unreadable(String why) implements Step {}

        /** It answered or spoke. */
        record Alive() implements Step {}

        /** A command was repeated and not acknowledged. */
        record NoAnswer() implements Step {}

        /** It speaks, and not as it should; told once until {@link Alive}. */
        record SettingsDoubtful(String why) implements Step {}
    }

    private final boolean setUp;
    private final SsiFramer framer = new SsiFramer(SsiPacket.DECODER);
    private final SsiLabels labels = new SsiLabels();
    private final Deque<SsiPacket> commands = new ArrayDeque<>();
    private Optional<SsiPacket> sent = Optional.empty();
    private int repeats;
    private Instant sentAt = Instant.EPOCH;
    private Instant lastByteAt = Instant.EPOCH;
    private Instant askAt = Instant.EPOCH;
    private Instant plainSince = Instant.EPOCH;
    private boolean plain;
    private boolean doubtTold;
    private boolean open;
    private boolean enabled = true;

    /** @param setUp true tells the reader at each opening to acknowledge and to send packets */
    public SsiSession(boolean setUp) {
        this.setUp = setUp;
    }

    public void opened(Instant now) {
        startAfresh();
        open = true;
        askAt = now.plus(ASK_AGAIN);
        if (setUp) {
            commands.add(SET_UP);
        }
        commands.add(SsiPacket.ofHost(enabled ? SsiOpcode.SCAN_ENABLE : SsiOpcode.SCAN_DISABLE));
    }

    public void lost() {
        startAfresh();
        open = false;
    }

    private void startAfresh() {
        framer.reset();
        labels.forget();
        commands.clear();
        sent = Optional.empty();
        plain = false;
        doubtTold = false;
    }

    /** Kept and repeated after a reconnect. */
    public void enable(boolean newEnabled) {
        if (enabled != newEnabled) {
            enabled = newEnabled;
            command(SsiPacket.ofHost(enabled ? SsiOpcode.SCAN_ENABLE : SsiOpcode.SCAN_DISABLE));
        }
    }

    public void beep() {
        command(SsiPacket.ofHost(SsiOpcode.BEEP, BEEP_SHORT_HIGH));
    }

    public void refuse() {
        command(SsiPacket.ofHost(SsiOpcode.BEEP, BEEP_FOUR_LONG_LOW));
    }

    private void command(SsiPacket packet) {
        if (open && commands.size() < COMMANDS_WAITING_MAX) {
            commands.add(packet);
        }
    }

    public List<Step> received(Bytes bytes, Instant now) {
        List<Step> steps = new ArrayList<>();
        lastByteAt = now;
        take(framer.feed(bytes), now, steps);
        return steps;
    }

    private void take(List<Frame> frames, Instant now, List<Step> steps) {
        boolean asked = false;
        for (Frame frame : frames) {
            if (frame instanceof Frame.Whole whole) {
                packet(whole.packet(), now, steps);
            } else if (frame instanceof Frame.Damaged damaged && !asked) {
                labels.damaged(damaged.isAgain());
                // Inside one damaged packet more may seem to begin; it is asked for once.
                asked = true;
                steps.add(new Step.Send(
                        SsiPacket.ofHost(SsiOpcode.CMD_NAK, NAK_RESEND).encode()));
            } else if (frame instanceof Frame.Noise noise) {
                noise(noise.bytes(), now);
            }
        }
    }

    private void noise(Bytes bytes, Instant now) {
        boolean printable = true;
        for (int i = 0; i < bytes.size(); i++) {
            int octet = bytes.at(i);
            printable &= (octet >= 0x20 && octet < 0x7F) || octet == 0x0D || octet == 0x0A;
        }
        if (printable && !plain) {
            plain = true;
            plainSince = now;
        }
    }

    private void packet(SsiPacket packet, Instant now, List<Step> steps) {
        plain = false;
        doubtTold = false;
        askAt = now.plus(ASK_AGAIN);
        steps.add(new Step.Alive());
        switch (packet.opcode()) {
            case CMD_ACK -> sent = Optional.empty();
            case CMD_NAK -> refused(packet, now, steps);
            case DECODE_DATA -> label(packet, now, steps);
            case REPLY_REVISION, CAPABILITIES_REPLY -> {
                sent = Optional.empty();
                acknowledge(steps);
            }
            default -> acknowledge(steps);
        }
    }

    private static void acknowledge(List<Step> steps) {
        steps.add(new Step.Send(SsiPacket.ofHost(SsiOpcode.CMD_ACK).encode()));
    }

    /** Only "resend" is worth another try; "not now" and "switched off" stay as they are. */
    private void refused(SsiPacket nak, Instant now, List<Step> steps) {
        boolean resend = nak.data().size() == 1 && nak.data().at(0) == NAK_RESEND;
        if (resend && sent.isPresent() && repeats < REPEATS_MAX) {
            repeat(now, steps);
        } else {
            sent = Optional.empty();
        }
    }

    private void label(SsiPacket packet, Instant now, List<Step> steps) {
        if (packet.data().isEmpty()) {
            steps.add(new Step.Send(
                    SsiPacket.ofHost(SsiOpcode.CMD_NAK, NAK_CONTEXT).encode()));
            return;
        }
        acknowledge(steps);
        for (Decoded decoded : labels.take(packet, now)) {
            if (decoded instanceof Decoded.Label label) {
                steps.add(new Step.Label(label.text()));
            } else if (decoded instanceof Decoded.Garbled bad) {
                steps.add(new Step.Unreadable(bad.why()));
            }
        }
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            return steps;
        }
        if (framer.isHalfWay() && !now.isBefore(lastByteAt.plus(GAP))) {
            while (framer.isHalfWay()) {
                take(framer.giveUpFirst(), now, steps);
            }
        }
        labels.dropHalf(now).ifPresent(why -> steps.add(new Step.Unreadable(why)));
        if (plain && !doubtTold && !now.isBefore(plainSince.plus(PLAIN_TEXT_AFTER))) {
            doubtTold = true;
            steps.add(new Step.SettingsDoubtful("the scanner is in ASCII mode: it sends text and no packets"));
        }
        if (sent.isPresent() && !now.isBefore(sentAt.plus(ANSWER_LIMIT))) {
            unanswered(now, steps);
        }
        if (sent.isEmpty()) {
            sendNext(now, steps);
        }
        return steps;
    }

    private void unanswered(Instant now, List<Step> steps) {
        if (repeats < REPEATS_MAX) {
            repeat(now, steps);
            return;
        }
        sent = Optional.empty();
        commands.clear();
        askAt = now.plus(ANSWER_LIMIT);
        if (!plain) {
            steps.add(new Step.NoAnswer());
        }
    }

    private void sendNext(Instant now, List<Step> steps) {
        if (commands.isEmpty() && !now.isBefore(askAt)) {
            askAt = now.plus(ASK_AGAIN);
            if (setUp) {
                commands.add(SET_UP);
            }
            commands.add(SsiPacket.ofHost(enabled ? SsiOpcode.SCAN_ENABLE : SsiOpcode.SCAN_DISABLE));
        }
        if (!commands.isEmpty()) {
            sent = Optional.of(commands.remove());
            sentAt = now;
            repeats = 0;
            steps.add(new Step.Send(WAKE_UP.plus(sent.get().encode())));
        }
    }

    private void repeat(Instant now, List<Step> steps) {
        repeats++;
        sentAt = now;
        steps.add(new Step.Send(WAKE_UP.plus(sent.orElseThrow().again().encode())));
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return Optional.empty();
        }
        Instant due = sent.isPresent() ? sentAt.plus(ANSWER_LIMIT) : commands.isEmpty() ? askAt : sentAt;
        if (framer.isHalfWay()) {
            due = earlier(due, lastByteAt.plus(GAP));
        }
        if (plain && !doubtTold) {
            due = earlier(due, plainSince.plus(PLAIN_TEXT_AFTER));
        }
        Instant talk = due;
        return Optional.of(labels.due().map(at -> earlier(at, talk)).orElse(talk));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
