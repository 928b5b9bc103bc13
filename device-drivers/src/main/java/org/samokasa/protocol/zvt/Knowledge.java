package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.Optional;

/** What a session has learnt about its terminal and its last attempt. */
final class Knowledge {
    /** The attempt that moved money last, as far as this process knows. */
    record Attempt(String id, boolean isPayment, Instant startedAt, Optional<String> trace) {}

    final ZvtOptions options;
    ZvtCharset charset = ZvtCharset.CP437;
    boolean lacksStatusEnquiry;
    boolean lacksRepeatReceipt;
    Optional<ZvtTransaction> last = Optional.empty();
    Optional<Attempt> attempt = Optional.empty();
    Optional<String> inDoubt = Optional.empty();

    Knowledge(ZvtOptions options) {
        this.options = options;
    }

    void begin(String id, boolean isPayment, Instant now) {
        attempt = Optional.of(new Attempt(id, isPayment, now, Optional.empty()));
    }

    /** The terminal named the running attempt's transaction. */
    void sawTrace(String trace) {
        if (!trace.isEmpty()) {
            attempt = attempt.map(a -> new Attempt(a.id(), a.isPayment(), a.startedAt(), Optional.of(trace)));
        }
    }

    Optional<Attempt> attempt(String id) {
        return attempt.filter(a -> a.id().equals(id));
    }
}
