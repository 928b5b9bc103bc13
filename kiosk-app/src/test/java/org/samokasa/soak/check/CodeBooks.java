package org.samokasa.soak.check;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samokasa.sim.device.qr.QrGatewayMachine;

/** What a payment service's bank has for each attempt. Money that settles nothing is there until it was given back. */
public final class CodeBooks implements Books {
    private final QrGatewayMachine gateway;
    private final InstantSource clock;

    /** @param clock the service's own */
    public CodeBooks(QrGatewayMachine gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public int size() {
        return gateway.payments();
    }

    @Override
    public boolean keepsMoneyFor(Attempt attempt) {
        return gateway.isPaid(attempt.id());
    }

    @Override
    public Optional<String> flaw(List<Attempt> paid, Optional<Attempt> open) {
        Map<String, Long> kept = gateway.keptByAttempt(clock.instant());
        return paid.stream()
                .filter(sale -> kept.getOrDefault(sale.id(), 0L) < sale.minor())
                .findFirst()
                .map(sale -> "sale " + sale.sale() + " of " + sale.minor() + " is paid and the service keeps "
                        + kept.getOrDefault(sale.id(), 0L) + " for it");
    }

    @Override
    public Optional<String> flawAtTheEnd(List<Attempt> paid) {
        Map<String, Long> sold = paid.stream().collect(Collectors.toMap(Attempt::id, Attempt::minor));
        return gateway.keptByAttempt(clock.instant()).entrySet().stream()
                .filter(kept ->
                        kept.getValue() != sold.getOrDefault(kept.getKey(), 0L).longValue())
                .findFirst()
                .map(kept -> "the service keeps " + kept.getValue() + " for attempt " + kept.getKey() + ", which paid "
                        + sold.getOrDefault(kept.getKey(), 0L));
    }
}
