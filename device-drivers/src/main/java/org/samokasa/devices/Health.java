package org.samokasa.devices;

import java.time.Instant;
import java.util.Objects;

/**
 * How a machine is. Nothing ever throws because a machine is off: it says so here.
 */
public sealed interface Health {
    /** Since when it has been like this. */
    Instant since();

    /** True when the machine can do its work now, perhaps with a warning. */
    default boolean usable() {
        return this instanceof Up || this instanceof Degraded;
    }

    /** Opened, not yet heard of: unknown, which is not the same as unavailable. */
    record Starting(Instant since) implements Health {}

    record Up(Instant since) implements Health {}

    /** Works, and somebody should look at it soon (paper nearly out, odd settings). */
    record Degraded(Cause cause, String detail, Instant since) implements Health {
        public Degraded {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Cannot do its work. {@code detail} is for a technician and never holds card data. */
    record Down(Cause cause, String detail, Instant since) implements Health {
        public Down {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Why a machine is degraded or down; each one has one thing that a human can do about it. */
    enum Cause {
        /** No port, no connection: check cable and power. */
        NOT_CONNECTED,
        /** Connected and silent. */
        NO_ANSWER,
        /** Answers that cannot be read: wrong line settings or a bad cable. */
        GARBLED,
        /** The machine refuses our settings (currency, registration, password). */
        SETTINGS,
        /** The machine is occupied with a job of its own. */
        BUSY,
        PAPER_OUT,
        PAPER_LOW,
        COVER_OPEN,
        CUTTER_JAMMED,
        OVERHEATED,
        /** A scale that must be zeroed or unloaded before it weighs. */
        NEEDS_ZERO,
        /** The machine reports a fault of its own. */
        FAULT
    }
}
