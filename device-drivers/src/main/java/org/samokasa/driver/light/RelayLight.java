package org.samokasa.driver.light;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light;
import org.samokasa.driver.HidKind;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.LcusRelay;
import org.samokasa.protocol.lanelight.UsbRelay;
import org.samokasa.transport.ByteLink;

/**
 * Lamps on a relay board that is only written to: whether they shine is not known, and its health says so. Limits:
 * protocol sheet lane-light, sections 1 to 3.
 */
public final class RelayLight extends LinkedDevice implements Light {
    static final Duration REPEAT = Duration.ofSeconds(10);
    static final Duration BLINK = Duration.ofMillis(500);
    /** Relays last some 100 000 operations: after this a blinking lamp stays on. */
    static final Duration BLINKING_MAX = Duration.ofSeconds(30);

    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(30);

    /** Switches one relay. */
    @FunctionalInterface
    private interface Board {
        /** @throws IllegalArgumentException when the board has no such channel */
        Bytes set(int channel, boolean on);
    }

    private final Board board;
    private final List<Integer> channels;
    private final Deque<Bytes> queue = new ArrayDeque<>();
    private Pattern pattern = Pattern.DARK;
    private Instant shownAt = Instant.EPOCH;
    private Instant repeatAt = Instant.EPOCH;
    private Instant phaseAt = Instant.EPOCH;
    private Instant sendAt = Instant.EPOCH;
    private boolean lit;
    private boolean changed;
    /** Whether what is on the wire can only be a board; a device on USB first says what it is. */
    private final boolean sure;

    private boolean isBoard;

    /**
     * A serial board of the LCUS type.
     *
     * @param channels of green, yellow and red, each 1 to 8
     */
    public static RelayLight lcus(DeviceName name, ByteLink link, List<Integer> channels) {
        return new RelayLight(name, link, channels, LcusRelay::set, true);
    }

    /** A USB-HID board that calls itself USBRelay1 to USBRelay8; channels as with {@link #lcus}. */
    public static RelayLight usb(DeviceName name, ByteLink link, List<Integer> channels) {
        return new RelayLight(name, link, channels, UsbRelay::set, false);
    }

    private RelayLight(DeviceName name, ByteLink link, List<Integer> channels, Board board, boolean sure) {
        super(name, link);
        this.board = board;
        this.sure = sure;
        if (channels.size() != 3 || channels.stream().distinct().count() != 3) {
            throw new IllegalArgumentException("three different channels for green, yellow and red, got " + channels);
        }
        channels.forEach(channel -> board.set(channel, false));
        this.channels = List.copyOf(channels);
    }

    @Override
    public void show(Pattern next) {
        if (!next.equals(pattern)) {
            pattern = next;
            changed = true;
            wakeOwner();
        }
    }

    @Override
    protected void opened(Instant at) {
        isBoard = sure;
        if (isBoard) {
            found(at);
        }
    }

    private void found(Instant at) {
        isDegraded(Health.Cause.NO_ANSWER, "write-only: the board never says whether its relays switched", at);
        begin(at);
    }

    /** The boards share their vendor and product with other gadgets of the same free USB stack, which must not be written to. */
    @Override
    protected void described(Bytes descriptor, Instant at) {
        Optional<String> mismatch = HidKind.mismatch(descriptor, "USB relay board", UsbRelay.USAGE);
        isBoard = mismatch.isEmpty();
        mismatch.ifPresentOrElse(why -> isDown(Health.Cause.SETTINGS, why, at), () -> found(at));
    }

    private void begin(Instant at) {
        changed = false;
        shownAt = at;
        lit = true;
        phaseAt = at.plus(BLINK);
        queueState(at);
    }

    private void queueState(Instant at) {
        repeatAt = at.plus(REPEAT);
        queue.clear();
        Lamp[] lamps = {pattern.green(), pattern.yellow(), pattern.red()};
        for (int i = 0; i < lamps.length; i++) {
            queue.add(board.set(channels.get(i), lamps[i] == Lamp.ON || lamps[i] == Lamp.BLINKING && lit));
        }
    }

    @Override
    protected void lost(String why, Instant at) {
        queue.clear();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        // Newer boards echo; nothing in it is documented well enough to be believed.
    }

    @Override
    protected void due(Instant at) {
        if (!isWritable()) {
            return;
        }
        if (changed) {
            begin(at);
        } else if (blinks() && !at.isBefore(phaseAt)) {
            lit = !lit || !at.isBefore(shownAt.plus(BLINKING_MAX));
            phaseAt = at.plus(BLINK);
            queueState(at);
        } else if (!at.isBefore(repeatAt)) {
            queueState(at);
        }
        if (!queue.isEmpty() && !at.isBefore(sendAt)) {
            link().send(queue.remove());
            sendAt = at.plus(BETWEEN_COMMANDS);
        }
    }

    private boolean isWritable() {
        return link().isOpen() && isBoard;
    }

    private boolean blinks() {
        boolean any =
                pattern.green() == Lamp.BLINKING || pattern.yellow() == Lamp.BLINKING || pattern.red() == Lamp.BLINKING;
        return any && phaseAt.isBefore(shownAt.plus(BLINKING_MAX).plus(BLINK).plus(BLINK));
    }

    @Override
    protected Optional<Instant> talkDue() {
        if (!isWritable()) {
            return Optional.empty();
        }
        if (changed) {
            return Optional.of(lastPoll());
        }
        if (!queue.isEmpty()) {
            return Optional.of(sendAt);
        }
        return Optional.of(blinks() && phaseAt.isBefore(repeatAt) ? phaseAt : repeatAt);
    }

    /** Lamps keep their last state without a host. */
    @Override
    protected void closing() {
        if (!isBoard) {
            return;
        }
        channels.forEach(channel -> link().send(board.set(channel, false)));
    }
}
