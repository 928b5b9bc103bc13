package org.samokasa.kiosk.network;

/**
 * The receiver's half of a durable channel, one for each stream: every message once, in order.
 *
 * @param delivered last position handed on
 * @param applied   last position that is on the receiver's own disk; this is what is acknowledged
 */
public record Inbox(long delivered, long applied) {
    /** What to do with a message. */
    public enum Verdict {
        /** It is the next one: hand it on, and acknowledge when it is on the disk. */
        DELIVER,
        /** It was handed on before: only say again what is on the disk. */
        REPEAT,
        /** One before it is missing: drop it and say where to begin again. */
        GAP
    }

    /** The verdict, and the inbox after it. */
    public record Arrival(Inbox next, Verdict verdict) {}

    public Inbox {
        if (applied < 0 || delivered < applied) {
            throw new IllegalArgumentException("applied " + applied + " beyond delivered " + delivered);
        }
    }

    /** The inbox of a receiver that has everything up to a position on its disk. */
    public static Inbox appliedUpTo(long position) {
        return new Inbox(position, position);
    }

    /** A message with its position and that of the message before it. */
    public Arrival arrive(long sequence, long previous) {
        if (sequence <= delivered) {
            return new Arrival(this, Verdict.REPEAT);
        }
        if (previous != delivered) {
            return new Arrival(this, Verdict.GAP);
        }
        return new Arrival(new Inbox(sequence, applied), Verdict.DELIVER);
    }

    /** Everything up to a delivered position is on the disk. */
    public Inbox applied(long upTo) {
        if (upTo > delivered) {
            throw new IllegalArgumentException(upTo + " was never delivered, only " + delivered);
        }
        return upTo <= applied ? this : new Inbox(delivered, upTo);
    }
}
