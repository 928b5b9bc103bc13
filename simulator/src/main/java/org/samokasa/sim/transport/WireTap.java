package org.samokasa.sim.transport;

import java.time.Instant;
import org.samokasa.protocol.Bytes;

/** Sees every byte on a wire. Called on the machine's thread: quick, and never throwing. */
@FunctionalInterface
public interface WireTap {
    WireTap NONE = (at, machine, direction, bytes) -> {};

    void saw(Instant at, String machine, Direction direction, Bytes bytes);

    /** The shop's side opened the wire. */
    default void opened(Instant at, String machine) {}

    /** The wire was closed or cut. */
    default void lost(Instant at, String machine) {}

    /** Shows both everything. */
    default WireTap and(WireTap other) {
        WireTap first = this;
        return new WireTap() {
            @Override
            public void saw(Instant at, String machine, Direction direction, Bytes bytes) {
                first.saw(at, machine, direction, bytes);
                other.saw(at, machine, direction, bytes);
            }

            @Override
            public void opened(Instant at, String machine) {
                first.opened(at, machine);
                other.opened(at, machine);
            }

            @Override
            public void lost(Instant at, String machine) {
                first.lost(at, machine);
                other.lost(at, machine);
            }
        };
    }

    enum Direction {
        FROM_SHOP,
        TO_SHOP
    }
}
