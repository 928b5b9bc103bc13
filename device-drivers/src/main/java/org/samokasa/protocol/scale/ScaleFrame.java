package org.samokasa.protocol.scale;

import org.samokasa.protocol.Bytes;

/** What a framer makes of a stream. */
public sealed interface ScaleFrame {
    /** The bytes of one frame, without those that only mark its ends. */
    record Whole(Bytes body) implements ScaleFrame {}

    /** Bytes that belong to no frame. */
    record Noise(Bytes bytes) implements ScaleFrame {}
}
