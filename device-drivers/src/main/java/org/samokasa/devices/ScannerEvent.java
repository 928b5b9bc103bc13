package org.samokasa.devices;

import java.time.Instant;

public sealed interface ScannerEvent extends DeviceEvent {
    /**
     * One whole message of the reader.
     *
     * @param text payload with its AIM identifier (for instance {@code ]E05901234123457}) when the reader sends one;
     *     a later FNC1 is the character 1D hex; no line ending
     */
    record Scanned(DeviceName device, Instant at, String text) implements ScannerEvent {}

    /** Bytes arrived that are no whole message; the shopper hears "once more please". */
    record Unreadable(DeviceName device, Instant at, String reason) implements ScannerEvent {}
}
