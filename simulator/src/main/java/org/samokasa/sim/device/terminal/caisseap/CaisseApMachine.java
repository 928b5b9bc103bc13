package org.samokasa.sim.device.terminal.caisseap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.caisseap.CaisseMessage;
import org.samokasa.sim.device.VirtualMachine;

/**
 * A virtual Caisse-AP terminal (sheet, section 7). A payment that has begun goes on when its connection is gone, as real
 * ones do; {@link #journal} shows what it booked.
 */
public final class CaisseApMachine implements VirtualMachine {
    /** A request has no end mark: so long without a byte, and it is taken as whole. */
    private static final Duration QUIET = Duration.ofMillis(50);
    /** What it waits for a card at most. */
    private static final Duration CARD_WAIT = Duration.ofSeconds(60);
    /** Pause between two bytes of a torn answer: below and above the 300 ms a till waits, in turn. */
    private static final Duration GAP_SHORT = Duration.ofMillis(40);

    private static final Duration GAP_LONG = Duration.ofMillis(400);

    /** AF of an answer that nobody waited for long enough: input time over. */
    private static final String TIME_OVER = "08";

    /** Ways in which an answer goes wrong. */
    public enum Trouble {
        CLOSES_BEFORE_ANSWER,
        CLOSES_INSIDE_ANSWER,
        ONE_BYTE_AT_A_TIME,
        OTHER_TILL,
        OTHER_CURRENCY,
        OTHER_PROTOCOL_ID,
        PAYS_LESS,
        PAYS_MORE,
        UNKNOWN_TAG,
        ANSWERS_TAKEN,
        VERSION_NOT_FIRST,
        NEVER_ANSWERS,
        CLEAR_CARD_NUMBER,
        WITH_TICKET
    }

    /**
     * One line of its journal.
     *
     * @param paid minor units taken, 0 when nothing was
     */
    public record Entry(Instant at, String reference, long asked, long paid) {}

    private final String name;
    private final Duration cardDelay;
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final List<Entry> journal = new ArrayList<>();
    private final Deque<Piece> outgoing = new ArrayDeque<>();
    private Wire wire;
    private Bytes collected = Bytes.EMPTY;
    private Instant heardAt = Instant.EPOCH;
    private Optional<CaisseMessage> request = Optional.empty();
    private Instant begunAt = Instant.EPOCH;
    /** AF of a refusal, 10 alone for an approval; empty while nobody has chosen. */
    private Optional<String> outcome = Optional.empty();

    private boolean busy;

    private record Piece(Instant at, Bytes bytes) {}

    /** @param cardDelay from request to card */
    public CaisseApMachine(String name, Duration cardDelay) {
        this.name = name;
        this.cardDelay = cardDelay;
    }

    @Override
    public String name() {
        return name;
    }

    /** The next card is accepted. */
    public void approve() {
        outcome = Optional.of("");
    }

    /** @param reason AF, two digits */
    public void refuse(String reason) {
        if (!reason.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("a reason has two digits, not '" + reason + "'");
        }
        outcome = Optional.of(reason);
    }

    /** A busy terminal drops every connection. */
    public void busy(boolean now) {
        busy = now;
    }

    public void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    public void heal() {
        troubles.clear();
        busy = false;
    }

    /** Power off and on: the connection and the dialogue are gone, the journal is not. */
    public void powerCycle() {
        request = Optional.empty();
        hangUp();
    }

    public boolean waitsForCard() {
        return request.isPresent();
    }

    public List<Entry> journal() {
        return List.copyOf(journal);
    }

    /** Money taken, minor units. */
    public long chargedMinor() {
        return journal.stream().mapToLong(Entry::paid).sum();
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        collected = Bytes.EMPTY;
        outgoing.clear();
        if (busy || request.isPresent()) {
            hangUp();
        }
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        collected = Bytes.EMPTY;
        outgoing.clear();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        if (request.isEmpty()) {
            collected = collected.plus(bytes);
            heardAt = now;
        }
    }

    @Override
    public void poll(Instant now) {
        if (!collected.isEmpty() && !now.isBefore(heardAt.plus(QUIET))) {
            begin(now);
        }
        cardDue().filter(at -> !at.isAfter(now)).ifPresent(at -> end(now));
        while (!outgoing.isEmpty() && !outgoing.element().at().isAfter(now)) {
            Bytes piece = outgoing.remove().bytes();
            if (wire != null && piece.isEmpty()) {
                hangUp();
            } else if (wire != null) {
                wire.send(piece);
            }
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        Optional<Instant> whole = collected.isEmpty() ? Optional.empty() : Optional.of(heardAt.plus(QUIET));
        Optional<Instant> piece = Optional.ofNullable(outgoing.peek()).map(Piece::at);
        return Stream.of(whole, piece, cardDue()).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private Optional<Instant> cardDue() {
        return request.map(asked -> begunAt.plus(outcome.isPresent() ? cardDelay : CARD_WAIT));
    }

    private void begin(Instant now) {
        CaisseMessage.Reading reading = CaisseMessage.read(collected);
        collected = Bytes.EMPTY;
        boolean readable = reading instanceof CaisseMessage.Reading.Whole whole
                && Stream.of("CZ", "CJ", "CA", "CB", "CD", "CE")
                        .allMatch(tag -> whole.message().find(tag).isPresent());
        if (readable) {
            request = Optional.of(((CaisseMessage.Reading.Whole) reading).message());
            begunAt = now;
        } else {
            hangUp();
        }
    }

    private void end(Instant now) {
        CaisseMessage asked = request.orElseThrow();
        String reason = outcome.orElse(TIME_OVER);
        request = Optional.empty();
        outcome = Optional.empty();
        long wanted = Long.parseLong(asked.find("CB").orElseThrow());
        long paid = reason.isEmpty() ? paid(wanted) : 0;
        journal.add(new Entry(now, asked.find("CF").orElse(""), wanted, paid));
        if (troubles.contains(Trouble.CLOSES_BEFORE_ANSWER)) {
            hangUp();
        } else if (!troubles.contains(Trouble.NEVER_ANSWERS)) {
            queue(CaisseApAnswers.answer(asked, reason, paid, Set.copyOf(troubles)), now);
        }
    }

    private long paid(long wanted) {
        if (troubles.contains(Trouble.PAYS_LESS)) {
            return wanted / 2;
        }
        return troubles.contains(Trouble.PAYS_MORE) ? wanted + 1 : wanted;
    }

    private void queue(Bytes answer, Instant now) {
        if (troubles.contains(Trouble.CLOSES_INSIDE_ANSWER)) {
            outgoing.add(new Piece(now, answer.slice(0, answer.size() / 2)));
            outgoing.add(new Piece(now.plus(GAP_SHORT), Bytes.EMPTY));
        } else if (troubles.contains(Trouble.ONE_BYTE_AT_A_TIME)) {
            Instant at = now;
            for (int i = 0; i < answer.size(); i++) {
                outgoing.add(new Piece(at, answer.slice(i, i + 1)));
                at = at.plus(i < answer.size() / 2 && i % 16 == 0 ? GAP_LONG : GAP_SHORT);
            }
        } else {
            outgoing.add(new Piece(now, answer));
        }
    }

    private void hangUp() {
        if (wire != null) {
            Wire lost = wire;
            wire = null;
            collected = Bytes.EMPTY;
            outgoing.clear();
            lost.hangUp();
        }
    }
}
