package org.samokasa.protocol.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;

/** A payment under way: what is to be asked next and when its silence becomes a doubt. */
final class QrSale {
    private final String attempt;
    private final String reference;
    private final long minor;
    private final String currency;
    private final Instant startedAt;
    private Optional<Instant> shownUntil = Optional.empty();
    private boolean mayBeOpen;
    private boolean cancelWished;
    private String whyNotShown = "";
    private boolean overTold;
    private Instant nextAt;

    QrSale(String attempt, String reference, long minor, String currency, Instant now) {
        this.attempt = attempt;
        this.reference = reference;
        this.minor = minor;
        this.currency = currency;
        this.startedAt = now;
        this.nextAt = now;
    }

    String attempt() {
        return attempt;
    }

    boolean isOurs(QrDocument document) {
        return document.reference().equals(reference)
                && document.attempt().equals(attempt)
                && document.minor() == minor
                && document.currency().equals(currency);
    }

    /** A request to open it may have reached the gateway. */
    void mayBeOpen() {
        mayBeOpen = true;
    }

    /** True while no gateway can have heard of it. */
    boolean isUnheard() {
        return !mayBeOpen;
    }

    boolean isShown() {
        return shownUntil.isPresent();
    }

    /** @param text what the code shall say; without one the payment is stopped again */
    void show(QrDocument document, String text, CallDesk desk) {
        if (text.isEmpty()) {
            cancelWished("the gateway sends no text and no scheme is set up to make one");
            askAt(desk.now());
            return;
        }
        Duration left = Duration.ofSeconds(document.secondsLeft());
        shownUntil = Optional.of(desk.now().plus(left));
        desk.tell(new PaymentNotice.CodeShown(attempt, text, left));
    }

    /** @param why empty when the shopper wished it */
    void cancelWished(String why) {
        cancelWished = true;
        whyNotShown = why;
    }

    boolean isCancelWished() {
        return cancelWished;
    }

    /** Why no code could be shown; empty when there is no reason of ours. */
    String whyNotShown() {
        return whyNotShown;
    }

    /** True once, when the time of a shown code has passed. */
    boolean justOver(Instant now) {
        boolean over = !overTold && shownUntil.filter(end -> !end.isAfter(now)).isPresent();
        overTold |= over;
        return over;
    }

    /** What to ask: a code that the gateway calls open after its time is closed by us. */
    Bytes request(QrGateway gateway, Instant now) {
        boolean late = shownUntil
                .filter(end -> !end.plus(QrTimes.CLOSE_AFTER).isAfter(now))
                .isPresent();
        if (mayBeOpen && (cancelWished || late)) {
            return gateway.cancel(reference);
        }
        return isShown() ? gateway.status(reference) : gateway.create(reference, attempt, minor, currency);
    }

    void askAt(Instant at) {
        nextAt = at;
    }

    boolean isDue(Instant now) {
        return !nextAt.isAfter(now);
    }

    boolean isOverdue(Instant now) {
        return !deadline().isAfter(now);
    }

    private Instant deadline() {
        return shownUntil.map(end -> end.plus(QrTimes.DOUBT_AFTER)).orElse(startedAt.plus(QrTimes.CREATE_AT_MOST));
    }

    Instant nextDue() {
        Instant soonest = nextAt.isBefore(deadline()) ? nextAt : deadline();
        return shownUntil.filter(end -> !overTold && end.isBefore(soonest)).orElse(soonest);
    }
}
