package org.samokasa.protocol.oemscanner;

import org.samokasa.protocol.Bytes;

/** What one input report says. */
public sealed interface OemReport {
    /** How the reader is; every report has it. */
    record Status(int first, int second, int third) {
        public boolean hardwareError() {
            return (first & 0x20) != 0;
        }

        public boolean notReady() {
            return (first & 0x80) != 0;
        }

        public boolean enabled() {
            return (second & 0x02) != 0;
        }

        public boolean labelError() {
            return (second & 0x04) != 0;
        }

        public boolean rejected() {
            return (second & 0x80) != 0;
        }
    }

    /** No label. */
    record Alone(Status status) implements OemReport {}

    /**
     * A label or a block of one.
     *
     * @param brief true for the identifiers of one byte
     * @param code the identifier, of three bytes the middle one
     * @param last false when more blocks follow
     */
    record Label(Status status, Bytes data, boolean brief, int code, boolean last) implements OemReport {}

    record Malformed(String why) implements OemReport {}
}
