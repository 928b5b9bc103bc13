package org.samokasa.sim.device.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.protocol.qr.QrProvider;

/** A provider made of software. Deterministic: what its payers do is chosen before a code is made. */
public final class SimulatedQrProvider implements QrProvider {
    /** What the payers of the next codes do. */
    public enum Payer {
        PAYS,
        /** Ten seconds after the code has expired. */
        PAYS_LATE,
        PAYS_TWICE,
        /** One minor unit less. */
        PAYS_WRONG_AMOUNT,
        IS_REFUSED,
        NEVER_PAYS
    }

    /** From code to money, long enough to be seen pending. */
    public static final Duration USUAL = Duration.ofSeconds(5);

    /**
     * @param at when its payer began to think
     * @param closed from when on nobody begins to pay any more
     */
    private record Opened(
            Payer payer, long minor, String currency, Instant at, Instant expires, Optional<Instant> closed) {}

    private final Duration thinking;

    private final Map<String, Opened> opened = new HashMap<>();
    private final Set<String> givenBack = new HashSet<>();
    private Payer payer = Payer.PAYS;
    private boolean silent;

    public SimulatedQrProvider() {
        this(USUAL);
    }

    /** @param thinking from code to money */
    public SimulatedQrProvider(Duration thinking) {
        this.thinking = thinking;
    }

    /** The payer of a code that is shown makes up their mind. */
    public void decides(String reference, Payer what, Instant now) {
        opened.computeIfPresent(
                reference,
                (key, code) -> new Opened(what, code.minor(), code.currency(), now, code.expires(), code.closed()));
    }

    public void nextPayer(Payer next) {
        payer = next;
    }

    /** Answers nothing while true; money goes on moving. */
    public void silent(boolean now) {
        silent = now;
    }

    @Override
    public Optional<String> create(String reference, long minor, String currency, Instant expires, Instant now) {
        if (silent) {
            return Optional.empty();
        }
        opened.putIfAbsent(reference, new Opened(payer, minor, currency, now, expires, Optional.empty()));
        return Optional.of("SIM*" + reference + "*" + minor + "*" + currency);
    }

    @Override
    public Optional<Status> status(String reference, Instant now) {
        Opened code = opened.get(reference);
        if (silent || code == null) {
            return Optional.empty();
        }
        boolean refused =
                code.payer() == Payer.IS_REFUSED && !code.at().plus(thinking).isAfter(now);
        List<Arrival> arrived = arrivals(reference, code).stream()
                .filter(arrival -> !arrival.at().isAfter(now))
                .toList();
        return Optional.of(new Status(refused, arrived));
    }

    /** A wallet that has already asked its bank does not hear of it: its payer goes on. Money that is here stays here. */
    @Override
    public void cancel(String reference, Instant now) {
        opened.computeIfPresent(
                reference,
                (key, code) -> new Opened(
                        code.payer(),
                        code.minor(),
                        code.currency(),
                        code.at(),
                        code.expires(),
                        code.closed().or(() -> Optional.of(now))));
    }

    @Override
    public void giveBack(String reference, String bankReference, Instant now) {
        givenBack.add(bankReference);
    }

    /** Whether an arrival was given back. */
    public boolean isGivenBack(String bankReference) {
        return givenBack.contains(bankReference);
    }

    /** Money that the shop has and has not given back, minor units. */
    public long keptMinor(Instant now) {
        return opened.keySet().stream()
                .mapToLong(reference -> keptMinor(reference, now))
                .sum();
    }

    /** The same for one code. */
    long keptMinor(String reference, Instant now) {
        Opened code = opened.get(reference);
        return code == null
                ? 0
                : arrivals(reference, code).stream()
                        .filter(arrival -> !arrival.at().isAfter(now))
                        .filter(arrival -> !givenBack.contains(arrival.bankReference()))
                        .mapToLong(Arrival::minor)
                        .sum();
    }

    private List<Arrival> arrivals(String reference, Opened code) {
        List<Arrival> all = new ArrayList<>();
        Instant soon = code.at().plus(thinking);
        switch (code.payer()) {
            case PAYS -> all.add(arrival(reference, 1, code.minor(), code, soon));
            case PAYS_TWICE -> {
                all.add(arrival(reference, 1, code.minor(), code, soon));
                all.add(arrival(reference, 2, code.minor(), code, soon.plus(thinking)));
            }
            case PAYS_LATE -> {
                Instant late = code.expires().plusSeconds(10);
                boolean begun = code.closed()
                        .filter(end -> end.isBefore(code.expires()))
                        .isEmpty();
                if (begun) {
                    all.add(arrival(reference, 1, code.minor(), code, late));
                }
            }
            case PAYS_WRONG_AMOUNT -> all.add(arrival(reference, 1, code.minor() - 1, code, soon));
            case IS_REFUSED, NEVER_PAYS -> {}
        }
        return all;
    }

    private static Arrival arrival(String reference, int count, long minor, Opened code, Instant at) {
        return new Arrival("UTR-" + reference + "-" + count, minor, code.currency(), at);
    }
}
