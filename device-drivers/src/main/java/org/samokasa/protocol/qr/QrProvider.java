package org.samokasa.protocol.qr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A bank or payment service that makes codes and alone knows whether money came (section 9). Never blocks. */
public interface QrProvider {
    /**
     * Opens a payment.
     *
     * @param reference ours, unique; asked for again after a restart
     * @return the text to show, empty when the provider cannot be reached: then nothing was opened
     */
    Optional<String> create(String reference, long minor, String currency, Instant expires, Instant now);

    /** What it knows now; empty when it does not answer, which proves nothing. */
    Optional<Status> status(String reference, Instant now);

    /** Asks that the code be good for nothing from now on; money may still be under way. */
    void cancel(String reference, Instant now);

    /** Sends one arrival back. Harmless when repeated. */
    void giveBack(String reference, String bankReference, Instant now);

    /**
     * @param refused true when the payer's bank said no and nothing more will come
     * @param arrivals all money that came for this reference, oldest first
     */
    record Status(boolean refused, List<Arrival> arrivals) {
        public Status {
            arrivals = List.copyOf(arrivals);
        }
    }

    /**
     * @param bankReference names this arrival, for instance RRN or UTR
     * @param at when the bank had it
     */
    record Arrival(String bankReference, long minor, String currency, Instant at) {}
}
