package org.samokasa.kiosk.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.help.Helper;

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
     */
    record House(boolean pin, List<Person> people, List<String> map, Optional<String> quiet) {}

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
