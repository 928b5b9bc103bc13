package org.samokasa.transport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;

/** A link that shows what passes to a {@link WireLog}, as far as a mask lets it, and changes nothing. */
public final class LoggedLink implements ByteLink {
    private final ByteLink link;
    private final WireLog log;
    private final Supplier<WireMask> masks;
    private final WireMask mask;
    private Instant lastPoll = Instant.EPOCH;

    /** @param masks a fresh one for each wire */
    public LoggedLink(ByteLink link, WireLog log, Supplier<WireMask> masks) {
        this.link = link;
        this.log = log;
        this.masks = masks;
        this.mask = masks.get();
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        lastPoll = now;
        List<LinkEvent> events = link.poll(now);
        for (LinkEvent event : events) {
            if (event instanceof LinkEvent.Received received) {
                mask.received(received.bytes()).forEach(seen -> log.saw(now, false, seen.size(), seen.kept()));
            } else if (event instanceof LinkEvent.Lost) {
                mask.lost();
            }
        }
        return events;
    }

    @Override
    public boolean send(Bytes bytes) {
        boolean sent = link.send(bytes);
        if (sent) {
            mask.sent(bytes).forEach(seen -> log.saw(lastPoll, true, seen.size(), seen.kept()));
        }
        return sent;
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public void restart(String why) {
        mask.lost();
        link.restart(why);
    }

    @Override
    public void release() {
        mask.lost();
        link.release();
    }

    @Override
    public boolean isSerial() {
        return link.isSerial();
    }

    @Override
    public Optional<ByteLink> another() {
        return link.another().map(second -> new LoggedLink(second, log, masks));
    }

    @Override
    public Optional<Instant> nextDue() {
        return link.nextDue();
    }

    @Override
    public void onActivity(Runnable wake) {
        link.onActivity(wake);
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public String toString() {
        return link.toString();
    }
}
