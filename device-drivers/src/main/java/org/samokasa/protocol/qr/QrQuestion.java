package org.samokasa.protocol.qr;

import java.time.Instant;

/** The shop's question what became of an attempt, asked until the gateway answers it. */
final class QrQuestion {
    private final String attempt;
    private final String reference;
    private final long minor;
    private final String currency;
    private final boolean shown;
    private final Instant since;
    private Instant nextAt;
    private boolean close;
    private boolean humanTold;
    private int asked;
    private int notFound;

    /** @param shown whether a payer may have seen the code, as far as is known */
    QrQuestion(String attempt, String reference, long minor, String currency, boolean shown, Instant now) {
        this.attempt = attempt;
        this.reference = reference;
        this.minor = minor;
        this.currency = currency;
        this.shown = shown;
        this.since = now;
        this.nextAt = now;
    }

    String attempt() {
        return attempt;
    }

    String reference() {
        return reference;
    }

    boolean isOurs(QrDocument document) {
        return document.reference().equals(reference)
                && document.attempt().equals(attempt)
                && document.minor() == minor
                && document.currency().equals(currency);
    }

    /** The code is on no screen any more: what is still open shall be closed, so that there is an end. */
    void closeFirst(Instant now) {
        if (close) {
            askAgain(now);
        } else {
            close = true;
            nextAt = now;
        }
    }

    boolean shallClose() {
        return close;
    }

    boolean isDue(Instant now) {
        return !nextAt.isAfter(now);
    }

    /** Nothing was proved; ask again after a pause that grows. */
    void askAgain(Instant now) {
        notFound = 0;
        nextAt = now.plus(QrTimes.ASK.get(Math.min(asked, QrTimes.ASK.size() - 1)));
        asked++;
    }

    /**
     * The gateway knows no such payment. A payment it has answered for, it may not forget.
     *
     * @return true when it is to be believed that there was none
     */
    boolean isUnknown(Instant now) {
        notFound++;
        nextAt = now.plus(QrTimes.NOT_FOUND_PAUSE);
        return !shown && notFound >= QrTimes.NOT_FOUND_TIMES;
    }

    /** True once, when a human should look: the question is asked on. */
    boolean isForHuman(Instant now) {
        boolean late = !humanTold && !since.plus(QrTimes.HUMAN_AFTER).isAfter(now);
        humanTold |= late;
        return late;
    }

    boolean isLeftToHuman() {
        return humanTold;
    }

    Instant nextDue() {
        Instant late = since.plus(QrTimes.HUMAN_AFTER);
        return humanTold || nextAt.isBefore(late) ? nextAt : late;
    }
}
