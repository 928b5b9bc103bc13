package org.samokasa.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.store.ShopFacts;
import org.samokasa.kiosk.store.ShopPolicy;

/** Who works at the consoles. Safe for many threads; nothing here waits. */
public interface ConsoleStaff {
    /** Somebody as a console names them. */
    record Person(String name, Helper.Role role) {}

    /**
     * What a page has to know of the shop before anybody signs in.
     *
     * @param pin    whether a PIN is asked for
     * @param people who may sign in; empty when any name may be typed
     * @param map    rows of lane numbers as the shop is laid out, a dot for a free place; empty when nobody said
     * @param quiet  when pages make no noise, {@code 22:00-07:00}
     * @param sheet  what somebody far away has to know of it
     */
    record House(boolean pin, List<Person> people, List<String> map, Optional<String> quiet, FactSheet sheet) {}

    /**
     * A shop for those who help from far away.
     *
     * @param zone       in which its people live, {@code Europe/Warsaw}
     * @param openNow    at the moment of asking
     * @param hours      by day, {@code MONDAY}: {@code 07:00-13:00, 14:00-22:00}; empty when it never closes
     * @param presence   causes that the law lets only somebody in the shop decide
     * @param twoPersons kinds of problems that no single person may approve
     * @param facts      what the shop says about itself
     */
    record FactSheet(
            String zone,
            boolean openNow,
            Map<String, String> hours,
            Set<HelpCause> presence,
            Set<String> twoPersons,
            Optional<ShopFacts> facts) {
        /** What a shop's own configuration says, at a moment. */
        public static FactSheet of(ShopPolicy policy, Optional<ShopFacts> facts, Instant now) {
            Map<String, String> hours = new TreeMap<>();
            policy.hours()
                    .spans()
                    .forEach((day, spans) -> hours.put(
                            day.name(),
                            spans.stream()
                                    .map(span -> span.from() + "-" + span.to())
                                    .collect(Collectors.joining(", "))));
            return new FactSheet(
                    policy.hours().zone().getId(),
                    policy.hours().isOpen(now),
                    hours,
                    policy.presence(),
                    policy.twoPersons(),
                    facts);
        }
    }

    /** What came of a sign-in. */
    sealed interface Answer {
        /** @param session secret by which the device shows from now on who holds it */
        record In(String session, String name, Helper.Role role) implements Answer {}

        /** The name is nobody's or the PIN is not theirs. */
        record Wrong() implements Answer {}

        /** @param until no PIN is taken from this name before, an instant */
        record Locked(String until) implements Answer {}

        /** Too many are being compared right now. */
        record Busy() implements Answer {}
    }

    House house();

    /** Whether a command needs a session; otherwise a name in it is enough. */
    boolean asksForSession();

    /** Compares, which takes some tenths of a second, and comes on duty; fails when it cannot be recorded. */
    CompletableFuture<Answer> signIn(String name, String pin);

    /** Whose session it is; empty when it is nobody's any more. */
    Optional<String> who(String session);

    /** Ends a session: the device goes to somebody else. */
    void signOut(String session);

    /** Somebody goes off duty, on every device. */
    CompletableFuture<Boolean> goOffDuty(String name);

    /** A page of theirs is open. */
    void opened(String name);

    /** A page of theirs is gone. */
    void closed(String name);
}
