package org.samokasa.driver.terminal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/** A wire that is open only while it is needed: it is polled, and so connected, from {@link #dial} to {@link #hangUp}. */
final class CallLine {
    private final ByteLink link;
    private boolean dialled;

    CallLine(ByteLink link) {
        this.link = link;
    }

    void dial() {
        dialled = true;
    }

    void hangUp() {
        if (dialled) {
            dialled = false;
            link.release();
        }
    }

    boolean send(Bytes bytes) {
        return dialled && link.send(bytes);
    }

    List<LinkEvent> poll(Instant now) {
        return dialled ? link.poll(now) : List.of();
    }

    boolean isDialled() {
        return dialled;
    }

    Optional<Instant> nextDue() {
        return dialled ? link.nextDue() : Optional.empty();
    }

    void onActivity(Runnable wake) {
        link.onActivity(wake);
    }

    void close() {
        dialled = false;
        link.close();
    }
}
