package org.samokasa.sim.device.terminal;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One entry of the terminal's turnover store.
 *
 * @param trace six digits
 * @param receipt four digits; {@code 0000} for a refusal
 * @param minor minor units
 * @param original trace of the reversed payment when this is a reversal
 */
public record Turnover(
        String trace, String receipt, long minor, LocalDateTime at, Card card, State state, Optional<String> original) {
    /** What became of it. */
    public enum State {
        /** The bank said yes; the till has not acknowledged yet. */
        PENDING,
        /** Money moves. */
        BOOKED,
        /** Undone by 06 30. */
        REVERSED,
        /** Undone by the terminal itself for want of an acknowledgement. */
        AUTO_REVERSED
    }

    /**
     * A card that exists nowhere.
     *
     * @param clearNumber all digits; only sent by a terminal that forgets to mask
     * @param entryMode value of tag 1F12
     * @param cardholderCheck value of tag 1F10
     */
    public record Card(
            String name, String clearNumber, String applicationId, int type, int entryMode, int cardholderCheck) {
        static final int CHIP = 0x01;
        static final int CONTACTLESS = 0x02;
        static final int NO_CHECK = 0x00;
        static final int SIGNATURE = 0x01;
        static final int ONLINE_PIN = 0x02;

        /** 5413 3300 8900 0104 passes the check digit and belongs to nobody: a range for tests. */
        static Card contactless() {
            return new Card("Debit Mastercard", "5413330089000104", "A0000000041010", 6, CONTACTLESS, NO_CHECK);
        }

        static Card chipAndPin() {
            return new Card("Visa Debit", "4761739001010119", "A0000000031010", 10, CHIP, ONLINE_PIN);
        }

        Card signed() {
            return new Card(name, clearNumber, applicationId, type, entryMode, SIGNATURE);
        }

        String lastFour() {
            return clearNumber.substring(clearNumber.length() - 4);
        }
    }

    Turnover in(State changed) {
        return new Turnover(trace, receipt, minor, at, card, changed, original);
    }

    /** Money is taken from the shopper and stays taken. */
    public boolean isCharged() {
        return state == State.BOOKED && original.isEmpty();
    }
}
