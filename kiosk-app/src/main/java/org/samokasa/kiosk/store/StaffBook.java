package org.samokasa.kiosk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.lane.Staff;

/**
 * What is remembered of the staff's PINs, of decisions that wait for a second person, and of presses that may be repeated.
 *
 * @param doors  by name, how often their PIN was wrong and until when none is taken
 * @param firsts what the first of two people decided, by lane and problem
 * @param done   presses of pages by their ids, and when
 */
public record StaffBook(Map<String, Staff> doors, Map<String, FirstWord> firsts, Map<String, Instant> done) {
    public static final StaffBook EMPTY = new StaffBook(Map.of(), Map.of(), Map.of());

    /** Pages repeat within two minutes (net.js); some more for clocks that are set. */
    static final Duration REPEATED_WITHIN = Duration.ofMinutes(5);

    /** So long the second person may take; both look at the same matter, not at what one of them left lying. */
    static final Duration SECOND_PERSON = Duration.ofMinutes(2);

    /** What the first of two people decided. */
    public record FirstWord(ProblemDecision decision, String by, String reason, Instant at) {}

    public StaffBook {
        doors = Map.copyOf(doors);
        firsts = Map.copyOf(firsts);
        done = Map.copyOf(done);
    }

    /** Whether a press of a page was carried out lately. */
    boolean hasDone(String action) {
        return done.containsKey(action);
    }

    /** How often somebody mistyped their PIN. */
    public Staff door(String name) {
        return doors.getOrDefault(name, Staff.NOBODY);
    }

    /** What the first of two people decided, while a second may still agree. */
    public Optional<FirstWord> first(int lane, String problemId, Instant now) {
        return Optional.ofNullable(firsts.get(key(lane, problemId)))
                .filter(first -> now.isBefore(first.at().plus(SECOND_PERSON)));
    }

    private static String key(int lane, String problemId) {
        return lane + "/" + problemId;
    }

    /** The book after an event; the same book when the event is not for it. */
    StaffBook evolve(StoreEvent event) {
        if (event instanceof StoreEvent.SignInFailed e) {
            return withDoor(e.name(), new Staff(e.tries(), e.lockedUntil(), Optional.empty()));
        }
        if (event instanceof StoreEvent.StaffSignedIn e) {
            return withDoor(e.name(), Staff.NOBODY);
        }
        if (event instanceof StoreEvent.FirstOfTwoDecided e) {
            Map<String, FirstWord> more = new HashMap<>(firsts);
            // What nobody agreed to in time is of no use any more.
            more.values().removeIf(first -> !e.at().isBefore(first.at().plus(SECOND_PERSON)));
            more.put(key(e.lane(), e.problemId()), new FirstWord(e.decision(), e.by(), e.reason(), e.at()));
            return new StaffBook(doors, more, done);
        }
        if (event instanceof StoreEvent.SecondOfTwoAgreed e) {
            Map<String, FirstWord> fewer = new HashMap<>(firsts);
            fewer.remove(key(e.lane(), e.problemId()));
            return new StaffBook(doors, fewer, done);
        }
        if (event instanceof StoreEvent.ActionWasTaken e) {
            Map<String, Instant> more = new HashMap<>(done);
            more.values().removeIf(at -> e.at().isAfter(at.plus(REPEATED_WITHIN)));
            more.put(e.action(), e.at());
            return new StaffBook(doors, firsts, more);
        }
        return this;
    }

    private StaffBook withDoor(String name, Staff door) {
        Map<String, Staff> more = new HashMap<>(doors);
        more.put(name, door);
        return new StaffBook(more, firsts, done);
    }
}
