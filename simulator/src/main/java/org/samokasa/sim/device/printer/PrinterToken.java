package org.samokasa.sim.device.printer;

import org.samokasa.protocol.Bytes;

/** One piece of what a host sends to a printer. */
sealed interface PrinterToken {
    /** Bytes it takes up in the buffer. */
    int size();

    /** Printable bytes, in whatever code page is selected. */
    record Text(Bytes bytes) implements PrinterToken {
        @Override
        public int size() {
            return bytes.size();
        }
    }

    /** LF, HT, CR and the like. */
    record Control(int octet) implements PrinterToken {
        @Override
        public int size() {
            return 1;
        }
    }

    /**
     * A command.
     *
     * @param lead ESC, FS or GS
     * @param code the byte after it
     * @param parameters everything that belongs to it
     */
    record Command(int lead, int code, Bytes parameters) implements PrinterToken {
        @Override
        public int size() {
            return 2 + parameters.size();
        }

        boolean is(int otherLead, int otherCode) {
            return lead == otherLead && code == otherCode;
        }
    }

    /** A command that acts at once, past everything that waits: DLE EOT, DLE ENQ, DLE DC4. */
    record RealTime(int code, Bytes parameters) implements PrinterToken {
        @Override
        public int size() {
            return 2 + parameters.size();
        }
    }
}
