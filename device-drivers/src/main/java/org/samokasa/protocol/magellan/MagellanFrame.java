package org.samokasa.protocol.magellan;

import org.samokasa.protocol.Bytes;

/** What came out of the stream. */
public sealed interface MagellanFrame {
    /**
     * A message.
     *
     * @param code its two digits: 08 label, 11 weight, 14 weight status
     * @param data what follows the digits
     */
    record Message(String code, Bytes data) implements MagellanFrame {}

    /** Bytes that belong to no message. */
    record Noise(Bytes bytes) implements MagellanFrame {}
}
