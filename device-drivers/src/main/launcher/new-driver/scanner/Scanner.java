package org.samokasa.driver.scanner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;
import org.samokasa.protocol.@package@.@Name@Framer;
import org.samokasa.protocol.@package@.@Name@Framer.Frame;
import org.samokasa.transport.ByteLink;

/** The scanner @name@. It says nothing by itself, so it counts as up once its wire is open. TODO does it answer a question? */
public final class @Name@Scanner extends LinkedDevice implements Scanner {
    /** Pieces of one frame follow each other faster, at any speed of the line. TODO the manual's own limit. */
    static final Duration PIECE_LIMIT = Duration.ofMillis(300);

    private final @Name@Framer framer = new @Name@Framer();
    private Instant giveUpAt = Instant.EPOCH;
    private boolean enabled = true;

    public @Name@Scanner(DeviceName name, ByteLink link) {
        super(name, link);
    }

    @Override
    public void enable(boolean wanted) {
        enabled = wanted;
        sayWhetherToRead();
    }

    /** A link that is down drops it; it is said again when the link is back. */
    private void sayWhetherToRead() {
        link().send(enabled ? @Name@Codec.ENABLE : @Name@Codec.DISABLE);
    }

    @Override
    public void signal(Signal signal) {
        link().send(signal == Signal.TAKEN ? @Name@Codec.GOOD_BEEP : @Name@Codec.BAD_BEEP);
    }

    @Override
    protected void opened(Instant at) {
        framer.reset();
        sayWhetherToRead();
        isUp(at);
    }

    @Override
    protected void lost(String why, Instant at) {
        framer.reset();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        for (Frame frame : framer.feed(bytes)) {
            if (frame instanceof Frame.Whole whole) {
                @Name@Codec.decode(whole.body())
                        .ifPresentOrElse(
                                label -> tell(new ScannerEvent.Scanned(name(), at, label)),
                                () -> unreadable("no label: " + whole.body(), at));
            } else {
                unreadable(((Frame.Refused) frame).why(), at);
            }
        }
        giveUpAt = at.plus(PIECE_LIMIT);
    }

    private void unreadable(String why, Instant at) {
        tell(new ScannerEvent.Unreadable(name(), at, why));
    }

    @Override
    protected void due(Instant at) {
        if (framer.isHalfWay() && !at.isBefore(giveUpAt)) {
            framer.reset();
            unreadable("half a label", at);
        }
    }

    @Override
    protected Optional<Instant> talkDue() {
        return framer.isHalfWay() ? Optional.of(giveUpAt) : Optional.empty();
    }
}
