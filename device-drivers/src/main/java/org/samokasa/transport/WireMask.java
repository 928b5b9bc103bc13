package org.samokasa.transport;

import java.util.List;
import org.samokasa.protocol.Bytes;

/** Decides what of a wire may be kept for a human to see. One mask belongs to one wire and may remember. */
public interface WireMask {
    /** All of it: scanners, scales, printers, lights. */
    WireMask PLAIN = new WireMask() {};

    /** How much it was and nothing of it: for wires that carry card data in pieces nobody can mask. */
    WireMask SIZES = new WireMask() {
        @Override
        public List<Seen> sent(Bytes bytes) {
            return List.of(new Seen(bytes.size(), Bytes.EMPTY));
        }

        @Override
        public List<Seen> received(Bytes bytes) {
            return sent(bytes);
        }
    };

    /** @param kept what may be seen of so many bytes */
    record Seen(int size, Bytes kept) {}

    /** None while a message is not whole. */
    default List<Seen> sent(Bytes bytes) {
        return List.of(new Seen(bytes.size(), bytes));
    }

    default List<Seen> received(Bytes bytes) {
        return List.of(new Seen(bytes.size(), bytes));
    }

    /** The wire was lost: what was begun is not continued. */
    default void lost() {}
}
