package org.samokasa.sim.device.qr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrProvider;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/** What a gateway has on its disk: every payment with what became of it. Survives the gateway's restarts. */
public final class GatewayBook {
    private static final class Entry {
        private final Map<String, Object> asked;
        private final QrPayment course;
        private final long minor;
        private final String currency;
        private String state = "OPEN";
        private String paidBy = "";
        private List<QrProvider.Arrival> arrivals = List.of();
        /** Nothing can come for it any more. */
        private boolean isOver;

        Entry(Map<String, Object> asked, long minor, String currency, Instant expires) {
            this.asked = asked;
            this.minor = minor;
            this.currency = currency;
            this.course = new QrPayment(minor, currency, expires);
        }
    }

    /** Later than this after a code's time the simulated bank brings nothing. */
    private static final Duration LATE_MONEY = Duration.ofMinutes(1);

    final SimulatedQrProvider bank;
    private final boolean texts;
    private final Map<String, Entry> payments = new LinkedHashMap<>();
    private Optional<Payer> next = Optional.empty();

    /** @param texts whether it makes the codes' texts itself; else the till does */
    GatewayBook(SimulatedQrProvider bank, boolean texts) {
        this.bank = bank;
        this.texts = texts;
    }

    /** The payer before the code that is shown, or else before the next one. */
    void decides(Payer payer, Instant now) {
        Optional<String> open = newestOpen();
        open.ifPresent(reference -> bank.decides(reference, payer, now));
        next = open.isPresent() ? Optional.empty() : Optional.of(payer);
    }

    Optional<String> newestOpen() {
        return payments.entrySet().stream()
                .filter(each -> each.getValue().state.equals("OPEN"))
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer);
    }

    boolean isIn(String state, String attempt) {
        return payments.values().stream()
                .anyMatch(entry ->
                        entry.state.equals(state) && entry.asked.get("attempt").equals(attempt));
    }

    Map<String, Long> keptByAttempt(Instant now) {
        Map<String, Long> kept = new LinkedHashMap<>();
        payments.forEach((reference, entry) -> {
            long minor = bank.keptMinor(reference, now);
            if (minor != 0) {
                kept.merge((String) entry.asked.get("attempt"), minor, Long::sum);
            }
        });
        return kept;
    }

    boolean knows(String reference) {
        return payments.containsKey(reference);
    }

    int size() {
        return payments.size();
    }

    /**
     * Opens it, or finds the same request again.
     *
     * @return false when this reference was opened for something else
     */
    boolean open(String reference, Map<String, Object> asked, long minor, String currency, int seconds, Instant now) {
        Entry known = payments.get(reference);
        if (known != null) {
            return known.asked.equals(asked);
        }
        Instant expires = now.plus(Duration.ofSeconds(seconds));
        bank.nextPayer(next.orElse(Payer.NEVER_PAYS));
        next = Optional.empty();
        if (bank.create(reference, minor, currency, expires, now).isPresent()) {
            payments.put(reference, new Entry(Map.copyOf(asked), minor, currency, expires));
        }
        return true;
    }

    /** Looks what has come, as a real gateway is told by its bank. */
    void poll(Instant now) {
        payments.forEach((reference, entry) -> {
            if (!entry.isOver) {
                look(reference, entry, now);
                boolean settled = !entry.state.equals("OPEN");
                entry.isOver = settled && now.isAfter(entry.course.expires().plus(LATE_MONEY));
            }
        });
    }

    private void look(String reference, Entry entry, Instant now) {
        Optional<QrProvider.Status> status = bank.status(reference, now);
        status.ifPresent(known -> entry.arrivals = known.arrivals());
        for (QrPayment.Outcome outcome : entry.course.look(status, now)) {
            if (outcome instanceof QrPayment.Outcome.Paid paid) {
                entry.state = "PAID";
                entry.paidBy = paid.arrival().bankReference();
            } else if (outcome instanceof QrPayment.Outcome.Refused) {
                entry.state = "REFUSED";
            } else if (outcome instanceof QrPayment.Outcome.Expired) {
                entry.state = "EXPIRED";
            }
        }
    }

    void cancel(String reference, Instant now) {
        Entry entry = payments.get(reference);
        look(reference, entry, now);
        if (entry.state.equals("OPEN")) {
            entry.state = "CANCELLED";
            entry.course.cancel();
            bank.cancel(reference, now);
        }
    }

    /** @return false when no such money has come */
    boolean giveBack(String reference, String arrival, Instant now) {
        boolean here = payments.get(reference).arrivals.stream()
                .anyMatch(each -> each.bankReference().equals(arrival));
        if (here) {
            bank.giveBack(reference, arrival, now);
        }
        return here;
    }

    /** Payments of a till with money that settles nothing and was not given back. */
    List<Object> owed(String till, Instant now) {
        List<Object> owed = new ArrayList<>();
        payments.forEach((reference, entry) -> {
            boolean any = entry.arrivals.stream()
                    .anyMatch(each ->
                            !each.bankReference().equals(entry.paidBy) && !bank.isGivenBack(each.bankReference()));
            if (any && till.equals(entry.asked.get("till"))) {
                owed.add(document(reference, now));
            }
        });
        return owed;
    }

    Map<String, Object> document(String reference, Instant now) {
        Entry entry = payments.get(reference);
        Instant expires = entry.course.expires();
        long left = Math.max(0, Duration.between(now, expires).toSeconds());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reference", reference);
        document.put("attempt", entry.asked.get("attempt"));
        document.put("minor", BigDecimal.valueOf(entry.minor));
        document.put("currency", entry.currency);
        document.put("state", entry.state);
        if (texts) {
            document.put("text", "SIM*" + reference + "*" + entry.minor + "*" + entry.currency);
        }
        document.put("secondsLeft", BigDecimal.valueOf(left));
        document.put("expires", expires.toString());
        if (!entry.paidBy.isEmpty()) {
            document.put("paidBy", entry.paidBy);
        }
        document.put("arrivals", entry.arrivals.stream().map(this::arrival).toList());
        return document;
    }

    private Map<String, Object> arrival(QrProvider.Arrival arrival) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", arrival.bankReference());
        json.put("minor", BigDecimal.valueOf(arrival.minor()));
        json.put("currency", arrival.currency());
        json.put("at", arrival.at().toString());
        json.put("givenBack", bank.isGivenBack(arrival.bankReference()));
        return json;
    }
}
