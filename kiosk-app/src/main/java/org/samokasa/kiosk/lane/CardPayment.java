package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;

/**
 * One attempt to pay by card, kept from intent to end.
 *
 * @param attempt our own id: lane, sale, count
 * @param before the terminal's last transaction before the attempt, the yardstick of an enquiry
 * @param transaction the approved one, empty before
 * @param detail code or words for the log when it was refused or is in doubt
 * @param slips what the terminal wants on paper, customer copies only
 * @param merchantSlips copies for the shop, archived and never printed at the lane
 */
public record CardPayment(
        String attempt,
        Money amount,
        Optional<CardTransaction> before,
        State state,
        Optional<CardTransaction> transaction,
        CardFacts card,
        Refusal refusal,
        String detail,
        Instant changedAt,
        List<Slip> slips,
        List<Slip> merchantSlips) {

    public enum State {
        /** Written before the first byte leaves; what came of it is not known yet. */
        INTENDED,
        IN_DOUBT,
        APPROVED,
        /** Approved and handed back by the terminal. */
        FINISHED,
        REFUSED,
        /** Approved, of no use, and being taken back. */
        REVERSING
    }

    public enum Refusal {
        NONE,
        DECLINED,
        CANCELLED,
        /** The terminal did not begin. */
        NOT_STARTED,
        /** In doubt first; then the terminal proved that nothing was taken. */
        NOT_BOOKED,
        /** Approved for another amount or with a signature, and taken back. */
        TAKEN_BACK
    }

    /** How the terminal names a transaction; see the device's own type for each field. */
    public record CardTransaction(
            String terminalId, String traceNumber, String receiptNumber, String date, String time) {}

    /** What may be kept and printed of a card: at most first 6 and last 4 digits. */
    public record CardFacts(
            String cardName,
            String maskedPan,
            String approvalCode,
            String applicationId,
            String entryMode,
            String cardholderCheck) {
        public static final CardFacts NONE = new CardFacts("", "", "", "", "", "");
    }

    /** One terminal-made document, printed unchanged. */
    public record Slip(List<SlipLine> lines, boolean mustPrint) {
        public Slip {
            lines = List.copyOf(lines);
        }
    }

    public record SlipLine(String text, boolean centred, boolean tall, boolean bold) {}

    public CardPayment {
        slips = List.copyOf(slips);
        merchantSlips = List.copyOf(merchantSlips);
    }

    public static CardPayment intended(String attempt, Money amount, Optional<CardTransaction> before, Instant at) {
        return new CardPayment(
                attempt,
                amount,
                before,
                State.INTENDED,
                Optional.empty(),
                CardFacts.NONE,
                Refusal.NONE,
                "",
                at,
                List.of(),
                List.of());
    }

    /** True while nobody may start another payment, empty the basket or close the lane. */
    public boolean holdsTheSale() {
        return state != State.REFUSED;
    }

    public boolean isPaid() {
        return state == State.APPROVED || state == State.FINISHED;
    }

    public CardPayment in(State next, Instant at, String why) {
        return new CardPayment(
                attempt, amount, before, next, transaction, card, refusal, why, at, slips, merchantSlips);
    }

    public CardPayment approved(Instant at, Optional<CardTransaction> what, CardFacts facts) {
        return new CardPayment(
                attempt, amount, before, State.APPROVED, what, facts, Refusal.NONE, "", at, slips, merchantSlips);
    }

    public CardPayment refused(Instant at, Refusal why, String code) {
        return new CardPayment(
                attempt, amount, before, State.REFUSED, transaction, card, why, code, at, slips, merchantSlips);
    }

    public CardPayment reversing(Instant at, CardTransaction what, String why) {
        return new CardPayment(
                attempt,
                amount,
                before,
                State.REVERSING,
                Optional.of(what),
                card,
                refusal,
                why,
                at,
                slips,
                merchantSlips);
    }

    public CardPayment plusSlip(Slip slip, boolean forCustomer) {
        return new CardPayment(
                attempt,
                amount,
                before,
                state,
                transaction,
                card,
                refusal,
                detail,
                changedAt,
                forCustomer ? appended(slips, slip) : slips,
                forCustomer ? merchantSlips : appended(merchantSlips, slip));
    }

    private static List<Slip> appended(List<Slip> slips, Slip slip) {
        return java.util.stream.Stream.concat(slips.stream(), java.util.stream.Stream.of(slip))
                .toList();
    }
}
