package org.samokasa.transport;

import org.samokasa.protocol.Bytes;

/** What a wire tells its owner. */
public sealed interface LinkEvent {
    record Opened() implements LinkEvent {}

    /** What the far end says of itself, on wires that know it, right after they opened: a HID report descriptor. */
    record Described(Bytes descriptor) implements LinkEvent {}

    record Received(Bytes bytes) implements LinkEvent {}

    /** It was open and is no more. */
    record Lost(String why) implements LinkEvent {}

    /** An attempt to open failed; the next one follows by itself. Told once for a run of equal failures. */
    record Unavailable(String why) implements LinkEvent {}
}
