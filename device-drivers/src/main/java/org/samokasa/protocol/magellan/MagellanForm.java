package org.samokasa.protocol.magellan;

import org.samokasa.protocol.Bytes;

/** How a message is wrapped. */
public enum MagellanForm {
    /** {@code S} digits data CR. */
    S("", "\r"),
    /** NCR 78xx: STX digits data ETX, without the S. */
    STX("\u0002", "\u0003");

    private final String start;
    private final String end;

    MagellanForm(String start, String end) {
        this.start = start;
        this.end = end;
    }

    /** @param message from its S on, for instance {@code S14} */
    public Bytes wrap(String message) {
        return Bytes.ascii(start + (this == S ? message : message.substring(1)) + end);
    }

    int end() {
        return end.charAt(0);
    }
}
