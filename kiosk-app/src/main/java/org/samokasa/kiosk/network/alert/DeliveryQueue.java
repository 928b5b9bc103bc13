package org.samokasa.kiosk.network.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Alerts on their way through one channel: in their order, each tried again and again until it arrives, is overtaken by the
 * news that somebody came, or is too old to help anybody.
 */
public final class DeliveryQueue {
    /** An alert about a need of ten minutes ago only confuses. */
    static final Duration OLD = Duration.ofMinutes(10);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration RETRY_MOST = Duration.ofSeconds(30);

    /** A channel that is down all day must not fill the memory. */
    private static final int WAITING_MOST = 1_000;

    private final Deque<HelpAlert> waiting = new ArrayDeque<>();
    private Instant next = Instant.MIN;
    private Duration pause = RETRY_FIRST;
    private boolean firstWasTried;
    private long given;

    /** Takes an alert; whoever is not called yet need not be when somebody has come. */
    public void offer(HelpAlert alert) {
        if (!alert.state().calls()) {
            HelpAlert tried = firstWasTried ? waiting.peek() : null;
            waiting.removeIf(one -> one != tried
                    && one.requestId().equals(alert.requestId())
                    && one.state().calls());
        }
        waiting.add(alert);
        if (waiting.size() > WAITING_MOST) {
            waiting.poll();
            firstWasTried = false;
            given++;
        }
    }

    /** The alert to be tried now; empty when there is none or it is too soon to try again. */
    public Optional<HelpAlert> due(Instant now) {
        while (!waiting.isEmpty() && waiting.peek().at().plus(OLD).isBefore(now)) {
            arrived();
            given++;
        }
        return waiting.isEmpty() || now.isBefore(next) ? Optional.empty() : Optional.of(waiting.peek());
    }

    /** What was due has arrived. */
    public void arrived() {
        waiting.poll();
        firstWasTried = false;
        next = Instant.MIN;
        pause = RETRY_FIRST;
    }

    /** What was due did not arrive; it may have, so nothing of it is taken back silently. */
    public void failed(Instant now) {
        firstWasTried = true;
        next = now.plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(RETRY_MOST) > 0 ? RETRY_MOST : longer;
    }

    /** How many are waiting. */
    public int size() {
        return waiting.size();
    }

    /** How many were given up. */
    public long givenUp() {
        return given;
    }
}
