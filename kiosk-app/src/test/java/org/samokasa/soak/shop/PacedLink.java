package org.samokasa.soak.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/** A wire in memory that, like a real line, does not open again in the very moment in which it was lost. */
final class PacedLink implements ByteLink {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ByteLink link;
    private Instant notBefore = Instant.EPOCH;

    PacedLink(ByteLink link) {
        this.link = link;
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        if (!link.isOpen() && now.isBefore(notBefore)) {
            return List.of();
        }
        List<LinkEvent> events = link.poll(now);
        if (events.stream().anyMatch(event -> event instanceof LinkEvent.Lost)) {
            notBefore = now.plus(PAUSE);
        }
        return events;
    }

    @Override
    public boolean send(Bytes bytes) {
        return link.send(bytes);
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public void restart(String why) {
        link.restart(why);
    }

    @Override
    public void release() {
        link.release();
    }

    @Override
    public int waitingBytes() {
        return link.waitingBytes();
    }

    @Override
    public Optional<Instant> nextDue() {
        return link.nextDue().map(due -> !link.isOpen() && due.isBefore(notBefore) ? notBefore : due);
    }

    @Override
    public void onActivity(Runnable wake) {
        link.onActivity(wake);
    }

    @Override
    public void close() {
        link.close();
    }
}
