package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that must be settled, by the shopper, by a human of the shop or by itself.
 *
 * @param id unique within the lane: sale number and count
 * @param line number of the basket line it is about, 0 for the whole basket
 * @param evidence what a human needs to decide, for instance {@code gramsExpected}, {@code gramsMeasured}, {@code item}
 * @param resolution how it ended; empty while open
 */
public record Problem(
        String id,
        Kind kind,
        int line,
        Map<String, String> evidence,
        Instant openedAt,
        Optional<Resolution> resolution) {

    public enum Severity {
        /** Worth knowing; stops nothing. */
        INFO,
        /** Must be settled before payment. */
        BEFORE_PAYMENT,
        /** Scanning stops until it is settled. */
        NOW
    }

    public enum Kind {
        AGE_CHECK(Severity.BEFORE_PAYMENT, true),
        WEIGHT_MISMATCH(Severity.BEFORE_PAYMENT, true),
        UNKNOWN_ITEM(Severity.INFO, false),
        PRICE_QUERY(Severity.INFO, false),
        PAPER_OUT(Severity.INFO, false),
        PAYMENT_IN_DOUBT(Severity.NOW, true);

        private final Severity severity;
        private final boolean consoleSolvable;

        Kind(Severity severity, boolean consoleSolvable) {
            this.severity = severity;
            this.consoleSolvable = consoleSolvable;
        }

        public Severity severity() {
            return severity;
        }

        /** Whether an attendant may settle it without walking to the lane. */
        public boolean consoleSolvable() {
            return consoleSolvable;
        }
    }

    /** @param by name of the attendant, {@code shopper}, or {@code lane} when it cleared by itself */
    public record Resolution(Instant at, Outcome outcome, String by, String reason) {}

    public enum Outcome {
        APPROVED,
        REJECTED,
        SET_ASIDE,
        CLEARED
    }

    public Problem {
        evidence = Map.copyOf(evidence);
    }

    public boolean isOpen() {
        return resolution.isEmpty();
    }

    public boolean blocksPayment() {
        return isOpen() && kind.severity() != Severity.INFO;
    }

    Problem resolved(Resolution how) {
        return new Problem(id, kind, line, evidence, openedAt, Optional.of(how));
    }
}
