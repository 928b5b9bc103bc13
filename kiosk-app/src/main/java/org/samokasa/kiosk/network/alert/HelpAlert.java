package org.samokasa.kiosk.network.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.network.MessageVersion;

/**
 * What pagers, watches, mail boxes and other programs are told about a request for help.
 *
 * @param v         {@link MessageVersion}
 * @param id        unique for ever; said again with the same id it is the same alert
 * @param shop      name of the shop
 * @param requestId the request it is about; later alerts of the same request overtake it
 * @param lane      number on the lane's sign
 * @param state     what became of the request
 * @param cause     why somebody is needed
 * @param title     at most three words
 * @param to        who is meant; empty when everybody is
 * @param by        who has taken or ended it; empty when nobody did
 * @param raisedAt  when the request was raised
 * @param at        when this happened
 */
public record HelpAlert(
        int v,
        String id,
        String shop,
        String requestId,
        int lane,
        State state,
        HelpCause cause,
        String title,
        List<String> to,
        Optional<String> by,
        Instant raisedAt,
        Instant at) {
    /** What became of the request. */
    public enum State {
        /** Somebody is called for the first time. */
        CALLS,
        /** Nobody has come, and more people are called. */
        CALLS_MORE,
        /** Nobody has come, and the duty managers are called. */
        CALLS_MANAGERS,
        /** Somebody is there, and it takes longer than anybody should wait. */
        OVERDUE,
        /** Somebody has taken it: everybody else may go on with what they were doing. */
        TAKEN,
        ENDED;

        /** Whether it asks for somebody; the others take that back. */
        public boolean calls() {
            return this != TAKEN && this != ENDED;
        }
    }

    public HelpAlert {
        MessageVersion.check(v);
        Objects.requireNonNull(state);
        Objects.requireNonNull(cause);
        to = List.copyOf(to);
    }
}
