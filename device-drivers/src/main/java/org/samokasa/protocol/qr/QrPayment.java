package org.samokasa.protocol.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.protocol.qr.QrProvider.Arrival;
import org.samokasa.protocol.qr.QrProvider.Status;

/**
 * One code at a gateway, from opening to its end. Exactly one arrival can settle it: of this amount and currency, in time
 * and the first. All other money is to be given back, however late it comes. A provider that is silent proves nothing.
 */
public final class QrPayment {
    /** How long a code is good for (section 9). */
    public static final Duration LIFETIME = Duration.ofSeconds(180);

    private final long minor;
    private final String currency;
    private final Instant expires;
    private final Set<String> known = new HashSet<>();
    private boolean ended;

    /** What follows from a look at the provider; each is told once. */
    public sealed interface Outcome {
        record Paid(Arrival arrival) implements Outcome {}

        record Refused() implements Outcome {}

        /** Time is over and no money was seen. Money that comes later is given back. */
        record Expired() implements Outcome {}

        record GiveBack(Arrival arrival, String why) implements Outcome {}
    }

    public QrPayment(long minor, String currency, Instant expires) {
        this.minor = minor;
        this.currency = currency;
        this.expires = expires;
    }

    public Instant expires() {
        return expires;
    }

    public boolean isOver() {
        return ended;
    }

    /** The till closed it. */
    public void cancel() {
        ended = true;
    }

    /** @param status empty when the provider did not answer */
    public List<Outcome> look(Optional<Status> status, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        status.ifPresent(it -> it.arrivals().stream()
                .filter(arrival -> known.add(arrival.bankReference()))
                .forEach(arrival -> outcomes.add(take(arrival))));
        if (!ended && status.filter(Status::refused).isPresent()) {
            ended = true;
            outcomes.add(new Outcome.Refused());
        } else if (!ended && !expires.isAfter(now) && status.isPresent()) {
            ended = true;
            outcomes.add(new Outcome.Expired());
        }
        return outcomes;
    }

    private Outcome take(Arrival arrival) {
        if (ended) {
            return new Outcome.GiveBack(arrival, "came when the payment was over");
        }
        if (arrival.at().isAfter(expires)) {
            return new Outcome.GiveBack(arrival, "came too late");
        }
        if (arrival.minor() != minor || !arrival.currency().equals(currency)) {
            return new Outcome.GiveBack(arrival, "another amount than asked");
        }
        ended = true;
        return new Outcome.Paid(arrival);
    }
}
