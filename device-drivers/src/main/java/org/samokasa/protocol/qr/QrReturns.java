package org.samokasa.protocol.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;

/** Money on its way back: what settles nothing, results that were refused, and what the shop wishes to reverse. */
final class QrReturns {
    /** Who wants it back. */
    enum Cause {
        /** It settled nothing. */
        OWED,
        /** The lane could not use the result. */
        REFUSED,
        /** The lane asked for a reversal and hears of its end. */
        REVERSAL
    }

    /**
     * @param arrival the bank's name of the money
     * @param why told when it is done
     */
    record Return(
            Cause cause,
            String attempt,
            String reference,
            String arrival,
            long minor,
            String currency,
            String why,
            Instant since,
            Instant nextAt) {
        private String key() {
            return reference + "/" + arrival;
        }

        private Return later(Instant at) {
            return new Return(cause, attempt, reference, arrival, minor, currency, why, since, at);
        }
    }

    private final String till;
    private final Map<String, Return> open = new LinkedHashMap<>();
    /** What the gateway will not give back, by the same key. */
    private final Map<String, String> refused = new LinkedHashMap<>();

    QrReturns(String till) {
        this.till = till;
    }

    /** Queues what this payment has too much of. */
    void learn(QrDocument document, Instant now) {
        for (QrDocument.Arrival arrival : document.owed()) {
            Return owed = new Return(
                    Cause.OWED,
                    document.attempt(),
                    document.reference(),
                    arrival.id(),
                    arrival.minor(),
                    arrival.currency(),
                    document.whyOwed(arrival),
                    now,
                    now);
            open.putIfAbsent(owed.key(), owed);
        }
    }

    /** @param arrival the bank's name of the money that settled the attempt */
    void wish(Cause cause, String attempt, String arrival, long minor, String currency, Instant now) {
        String reference = QrReference.of(till, attempt);
        Return wished = new Return(cause, attempt, reference, arrival, minor, currency, "", now, now);
        open.put(wished.key(), wished);
    }

    /** What somebody must see to; empty when all is well. */
    Optional<String> complaint() {
        return refused.values().stream().findFirst();
    }

    boolean isReversing() {
        return open.values().stream().anyMatch(each -> each.cause() == Cause.REVERSAL);
    }

    /** Whether this payment's own money is on its way back and not there yet. */
    boolean isTakingBack(QrDocument document) {
        return !document.isTakenBack() && open.containsKey(document.reference() + "/" + document.paidBy());
    }

    Optional<Return> due(boolean wished, Instant now) {
        return open.values().stream()
                .filter(each -> (each.cause() != Cause.OWED) == wished)
                .filter(each -> !each.nextAt().isAfter(now))
                .findFirst();
    }

    Optional<Instant> nextDue() {
        return open.values().stream().map(Return::nextAt).min(Instant::compareTo);
    }

    void later(Return back, Duration pause, Instant now) {
        open.computeIfPresent(back.key(), (key, known) -> known.later(now.plus(pause)));
    }

    private void done(Return back, CallDesk desk) {
        open.remove(back.key());
        switch (back.cause()) {
            case OWED ->
                desk.tell(new PaymentNotice.GivenBack(
                        back.attempt(), back.minor(), back.currency(), back.arrival(), back.why()));
            case REVERSAL -> desk.tell(new PaymentNotice.Reversed(back.attempt(), true, ""));
            case REFUSED -> {
                // The lane has asked what became of it and is answered by that.
            }
        }
    }

    /** What the gateway says of the payment after it was asked to give its money back. */
    void answered(Return back, QrDocument document, CallDesk desk) {
        boolean done = document.arrivals().stream()
                .anyMatch(arrival -> arrival.id().equals(back.arrival()) && arrival.givenBack());
        if (done) {
            refused.remove(back.key());
            done(back, desk);
        } else {
            failed(back, "the gateway does not say that it was given back", desk);
        }
    }

    void rejected(Return back, int status, CallDesk desk) {
        String why = "the gateway says HTTP " + status;
        if (status < 500) {
            refused.put(
                    back.key(),
                    "money " + back.arrival() + " of " + back.reference() + " must be given back by hand: " + why);
            refused(back, why, desk);
        } else {
            failed(back, why, desk);
        }
    }

    /** The gateway will not: what a human must know. */
    private void refused(Return back, String why, CallDesk desk) {
        if (back.cause() == Cause.REVERSAL) {
            open.remove(back.key());
            desk.tell(new PaymentNotice.Reversed(back.attempt(), false, why));
        } else {
            later(back, QrTimes.PROBE, desk.now());
        }
    }

    /** Nobody answered. */
    void failed(Return back, String why, CallDesk desk) {
        boolean late = !back.since().plus(QrTimes.HUMAN_AFTER).isAfter(desk.now());
        if (back.cause() == Cause.REVERSAL && late) {
            refused(back, why, desk);
        } else {
            later(back, QrTimes.RETRY, desk.now());
        }
    }
}
