package org.samokasa.protocol.qr;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.Finding;
import org.samokasa.protocol.payment.Settlement;

/** What a gateway's document means to the shop. */
final class QrVerdicts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HHmmss");

    private QrVerdicts() {}

    /** The gateway's text, or ours; empty when there is neither. */
    static String text(QrDocument document, QrOptions options) {
        if (!document.text().isEmpty()) {
            return document.text();
        }
        return options.payee()
                .map(payee -> payee.text(document.reference(), document.minor(), document.currency()))
                .orElse("");
    }

    /** Why no code can ask for this. */
    static Optional<String> objection(long minor, String currency, QrOptions options) {
        if (!currency.equals(options.currency())) {
            return Optional.of("set up for " + options.currency() + ", not for " + currency);
        }
        if (minor <= 0) {
            return Optional.of("no amount: " + minor);
        }
        try {
            options.payee().ifPresent(payee -> payee.text("A", minor, options.currency()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Day and time in UTC: banks say no zone. */
    static Settlement settlement(QrDocument document, QrOptions options) {
        QrDocument.Arrival paid = document.settled().orElseThrow();
        Instant at = paid.at();
        Settlement.Transaction transaction = new Settlement.Transaction(
                options.till(),
                document.reference(),
                paid.id(),
                DAY.format(at.atZone(ZoneOffset.UTC)),
                CLOCK.format(at.atZone(ZoneOffset.UTC)));
        String name = options.payee().map(payee -> payee.scheme().name()).orElse("QR");
        return new Settlement(
                paid.minor(), paid.currency(), transaction, new Settlement.Card(name, "", paid.id(), "", "", ""));
    }

    /**
     * @param document of a payment that has ended without money
     * @param whyNotShown why its code never was on the screen; empty when it was or the shopper stopped it
     */
    static PaymentNotice notPaid(QrDocument document, String whyNotShown) {
        String attempt = document.attempt();
        if (!whyNotShown.isEmpty()) {
            return new PaymentNotice.NotStarted(attempt, whyNotShown);
        }
        String state = document.state().name();
        return document.state() == QrDocument.State.REFUSED
                ? new PaymentNotice.Declined(attempt, state, "")
                : new PaymentNotice.Cancelled(attempt, document.isTakenBack() ? "TAKEN_BACK" : state);
    }

    static Finding finding(QrDocument document, QrOptions options) {
        return switch (document.state()) {
            case PAID ->
                document.isTakenBack() ? new Finding.WasReversed() : new Finding.Paid(settlement(document, options));
            case REFUSED -> new Finding.Declined(document.state().name());
            case EXPIRED, CANCELLED -> new Finding.NotBooked();
            case OPEN -> throw new IllegalArgumentException("an open payment has come to nothing yet");
        };
    }

    static void notStarted(String attempt, String why, CallDesk desk) {
        desk.tell(new PaymentNotice.NotStarted(attempt, why));
        desk.tell(new PaymentNotice.Finished(attempt));
    }
}
