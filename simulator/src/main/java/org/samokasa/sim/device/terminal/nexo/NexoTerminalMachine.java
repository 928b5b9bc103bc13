package org.samokasa.sim.device.terminal.nexo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.nexo.NexoHeader;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.nexo.NexoMessage;
import org.samokasa.sim.device.VirtualMachine;

/**
 * A virtual nexo terminal. What it has begun it ends, with or without the connection over which it was asked, and remembers
 * by ServiceID.
 */
public final class NexoTerminalMachine implements VirtualMachine {
    /** What it waits for a card at most. */
    private static final Duration CARD_WAIT = Duration.ofSeconds(60);

    private static final int LINES = 4;

    /** One transaction that took money; {@code reversed} when it gave it back. */
    public record Booking(String serviceId, BigDecimal amount, boolean reversed) {}

    final NexoKey key;
    final Random random;
    final Set<NexoTrouble> troubles = EnumSet.noneOf(NexoTrouble.class);
    private final String name;
    private final String poiId;
    private final Duration cardDelay;
    private final List<NexoDoor> doors = new ArrayList<>();
    /** By ServiceID; an empty answer is one that is still being worked on. */
    private final Map<String, Optional<NexoMessage>> memory = new LinkedHashMap<>();

    private final Map<String, Booking> bookings = new LinkedHashMap<>();
    private Optional<Running> running = Optional.empty();
    /** The ErrorCondition of a refusal, nothing in it for an approval; empty while nobody has chosen. */
    private Optional<String> outcome = Optional.empty();

    private record Running(NexoDoor door, NexoMessage request, Instant since) {}

    /** @param random makes the nonces; a simulation must repeat itself */
    public NexoTerminalMachine(String name, String poiId, NexoKey key, Duration cardDelay, Random random) {
        this.name = name;
        this.poiId = poiId;
        this.key = key;
        this.cardDelay = cardDelay;
        this.random = random;
        for (int i = 0; i < LINES; i++) {
            doors.add(new NexoDoor(this));
        }
    }

    @Override
    public String name() {
        return name;
    }

    public void approve() {
        outcome = Optional.of("");
    }

    /** @param condition an ErrorCondition */
    public void refuse(String condition) {
        outcome = Optional.of(condition);
    }

    public void trouble(NexoTrouble trouble) {
        troubles.add(trouble);
    }

    public void heal() {
        troubles.clear();
    }

    /** Power off and on: connections and the running dialogue are gone; memory too when it is forgetful. */
    public void powerCycle() {
        running.ifPresent(it -> memory.remove(it.request().header().serviceId()));
        running = Optional.empty();
        if (has(NexoTrouble.FORGETS_EVERYTHING)) {
            memory.clear();
        }
        doors.forEach(NexoDoor::hangUp);
    }

    public boolean waitsForCard() {
        return running.isPresent();
    }

    public List<Booking> bookings() {
        return List.copyOf(bookings.values());
    }

    /** Money taken and kept, major units. */
    public BigDecimal charged() {
        return bookings.values().stream()
                .filter(booking -> !booking.reversed())
                .map(Booking::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean has(NexoTrouble trouble) {
        return troubles.contains(trouble);
    }

    @Override
    public VirtualMachine line(int number) {
        return number == 0 ? this : doors.get(number);
    }

    @Override
    public void connected(Wire wire, Instant now) {
        doors.get(0).connected(wire, now);
    }

    @Override
    public void disconnected(Instant now) {
        doors.get(0).disconnected(now);
    }

    @Override
    public void receive(org.samokasa.protocol.Bytes bytes, Instant now) {
        doors.get(0).receive(bytes, now);
    }

    @Override
    public void poll(Instant now) {
        cardDue().filter(at -> !at.isAfter(now)).ifPresent(at -> end(outcome.orElse("Cancel"), now));
        doors.forEach(door -> door.flush(now));
    }

    @Override
    public Optional<Instant> nextDue() {
        return java.util.stream.Stream.concat(
                        cardDue().stream(), doors.stream().map(NexoDoor::due).flatMap(Optional::stream))
                .min(Instant::compareTo);
    }

    private Optional<Instant> cardDue() {
        return running.map(it -> it.since().plus(outcome.isPresent() ? cardDelay : CARD_WAIT));
    }

    /** A request that was made with our key. */
    void take(NexoMessage request, NexoDoor door, Instant now) {
        NexoHeader header = request.header();
        if (!header.poiId().equals(poiId)) {
            door.hangUp();
            return;
        }
        switch (header.category()) {
            case "Payment" -> pay(request, door, now);
            case "Abort" -> abort(request, door, now);
            case "TransactionStatus" -> door.answer(request, status(request), now);
            case "Reversal" -> reverse(request, door, now);
            case "Diagnosis" -> door.answer(request, diagnosis(request), now);
            default -> door.answer(request, NexoBodies.failure("NotAllowed", ""), now);
        }
    }

    private void pay(NexoMessage request, NexoDoor door, Instant now) {
        String id = request.header().serviceId();
        if (has(NexoTrouble.REJECT) || memory.containsKey(id)) {
            door.reject(request, now);
        } else if (running.isPresent()) {
            door.answer(request, NexoBodies.failure("Busy", ""), now);
        } else {
            memory.put(id, Optional.empty());
            running = Optional.of(new Running(door, request, now));
        }
    }

    private Map<String, Object> diagnosis(NexoMessage request) {
        boolean withHost = request.body().at("HostDiagnosisFlag").isTrue();
        return NexoBodies.diagnosis(withHost, running.isPresent(), troubles);
    }

    private void abort(NexoMessage request, NexoDoor door, Instant now) {
        door.heard(now);
        String meant = request.body().at("MessageReference", "ServiceID").text().orElse("");
        if (running.filter(it -> it.request().header().serviceId().equals(meant))
                .isPresent()) {
            end("Aborted", now);
        }
    }

    private void end(String condition, Instant now) {
        Running ended = running.orElseThrow();
        running = Optional.empty();
        outcome = Optional.empty();
        NexoMessage request = ended.request();
        String id = request.header().serviceId();
        Map<String, Object> body;
        if (has(NexoTrouble.INVENTED_CONDITION)) {
            body = NexoBodies.failure("Communication timeout", "");
        } else if (has(NexoTrouble.UNREACHABLE_HOST)) {
            body = NexoBodies.failure("UnreachableHost", "");
        } else if (condition.isEmpty()) {
            BigDecimal asked = request.body()
                    .at("PaymentTransaction", "AmountsReq", "RequestedAmount")
                    .number()
                    .orElseThrow();
            BigDecimal paid = has(NexoTrouble.PAYS_LESS) ? asked.subtract(BigDecimal.ONE) : asked;
            bookings.put(id, new Booking(id, paid, false));
            body = NexoBodies.approval(request, paid, now, troubles);
        } else {
            body = NexoBodies.failure(condition, "message=108%20Shopper%20Cancelled%20tx");
        }
        NexoMessage answer = NexoMessage.of(request.header().response(), body);
        memory.put(id, Optional.of(answer));
        ended.door().answer(request, body, now);
    }

    private Map<String, Object> status(NexoMessage request) {
        JsonTree reference = request.body().at("MessageReference");
        Optional<NexoMessage> known = memory.get(reference.at("ServiceID").textOrEmpty());
        if (known == null) {
            return NexoBodies.failure("NotFound", "");
        }
        return known.isEmpty()
                ? NexoBodies.failure("InProgress", "message=Uncompleted%20transaction")
                : NexoBodies.repeated(reference, known.get());
    }

    private void reverse(NexoMessage request, NexoDoor door, Instant now) {
        String id = request.header().serviceId();
        if (memory.containsKey(id)) {
            door.reject(request, now);
            return;
        }
        String meant = request.body()
                .at("OriginalPOITransaction", "POITransactionID", "TransactionID")
                .textOrEmpty();
        Optional<Booking> booking = bookings.values().stream()
                .filter(each -> NexoBodies.transactionId(each.serviceId()).equals(meant))
                .findFirst();
        boolean refused = has(NexoTrouble.REVERSAL_REFUSED)
                || booking.filter(Booking::reversed).isPresent();
        Map<String, Object> body = booking.isEmpty()
                ? NexoBodies.failure("NotFound", "")
                : refused ? NexoBodies.failure("NotAllowed", "") : NexoBodies.success();
        if (booking.isPresent() && !refused) {
            bookings.put(
                    booking.get().serviceId(),
                    new Booking(booking.get().serviceId(), booking.get().amount(), true));
        }
        memory.put(id, Optional.of(NexoMessage.of(request.header().response(), body)));
        door.answer(request, body, now);
    }
}
