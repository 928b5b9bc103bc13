package org.samokasa.sim.transport;

import java.time.Instant;
import org.samokasa.protocol.Bytes;

/** Sees every byte on a wire. Called on the machine's thread: quick, and never throwing. */
@FunctionalInterface
public interface WireTap {
    WireTap NONE = (at, machine, direction, bytes) -> {};

    void saw(Instant at, String machine, Direction direction, Bytes bytes);

    enum Direction {
        FROM_SHOP,
        TO_SHOP
    }
}
