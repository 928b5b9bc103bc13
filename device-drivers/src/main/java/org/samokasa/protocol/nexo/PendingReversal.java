package org.samokasa.protocol.nexo;

import java.time.Instant;

/**
 * A payment that is being taken back. Before it is sent again the terminal is asked whether it has heard of it (payment-rules
 * section 4).
 */
final class PendingReversal {
    private final String attempt;
    private final String receipt;
    private final boolean wished;
    private final Instant since;
    private boolean mayHaveLeft;
    private Instant nextAt;

    /**
     * @param receipt {@code TransactionID@TimeStamp} of the payment
     * @param wished true when the shop asked for it, false when it follows from a refused result
     * @param mayHaveLeft true when an earlier life of ours may have sent it
     */
    PendingReversal(String attempt, String receipt, boolean wished, boolean mayHaveLeft, Instant now) {
        this.attempt = attempt;
        this.receipt = receipt;
        this.wished = wished;
        this.mayHaveLeft = mayHaveLeft;
        this.since = now;
        this.nextAt = now;
    }

    String attempt() {
        return attempt;
    }

    boolean isWished() {
        return wished;
    }

    String transactionId() {
        return receipt.substring(0, Math.max(0, receipt.lastIndexOf('@')));
    }

    String stamp() {
        return receipt.substring(receipt.lastIndexOf('@') + 1);
    }

    boolean mayHaveLeft() {
        return mayHaveLeft;
    }

    void left(boolean perhaps) {
        mayHaveLeft = perhaps;
    }

    Instant nextAt() {
        return nextAt;
    }

    void later(Instant now) {
        nextAt = now.plus(NexoTimes.RETRY);
    }

    boolean isOverdue(Instant now) {
        return !since.plus(NexoTimes.ASK_AT_MOST).isAfter(now);
    }
}
