package org.samokasa.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the page of a help centre may ask. A session here is the centre's own; it stands for one session at each hub that
 * let the operator in. Safe for many threads; nothing here waits.
 */
public interface CentreDesk {
    /** How an operator stands with a shop. */
    enum Standing {
        /** Let in, and what happens there arrives. */
        LIVE,
        /** It has been asked and has not answered yet. */
        TRYING,
        /** Nothing is heard of its hub. */
        NO_CONTACT,
        /** Its hub does not take the centre's key. */
        KEY_WRONG,
        /** The operator is known there; their session is gone, or there never was one. */
        PIN_NEEDED,
        PIN_WRONG,
        /** Too many wrong PINs; the detail says until when. */
        PIN_LOCKED,
        /** Nobody of that name works for it. */
        UNKNOWN_HERE,
        /** Somebody of that name works in the shop itself, and would be taken for present. */
        NOT_REMOTE,
        /** Its staff have no PINs: whoever types a name would be let in. */
        NO_PINS
    }

    /**
     * A shop as the strip shows it.
     *
     * @param since when its hub was heard last, for one that is not
     */
    record ShopLine(String shop, String name, Standing standing, Optional<Instant> since, String detail) {}

    /**
     * What came of a sign-in.
     *
     * @param session empty when no shop let the operator in
     */
    record Entrance(Optional<String> session, String name, List<ShopLine> shops) {}

    /** A hub's own answer, unchanged. */
    record Answer(int status, byte[] body) {}

    /** An open page. */
    interface Page {
        /**
         * Sends an event; does not wait.
         *
         * @param shop whose it is; empty for the centre's own
         * @return false if so much of that shop waits for a slow page that this one was left out
         */
        boolean tell(String shop, String event, String data);

        /** Ends the line; the page will ask again who it is. */
        void close();
    }

    /**
     * Tries name and PIN at the hubs; fails never.
     *
     * @param before the device's session until now; the same operator keeps it and what it opens
     * @param shop   the one to try; all where nobody is let in yet if empty
     */
    CompletableFuture<Entrance> signIn(String before, String name, String pin, Optional<String> shop);

    /** Whose session it is; empty when it is nobody's any more. */
    Optional<String> who(String session);

    /** The device goes to somebody else: its sessions end, here and at the hubs. */
    CompletableFuture<Boolean> signOut(String session);

    /** The operator goes off duty in every shop, on every device. */
    CompletableFuture<Boolean> offDuty(String session);

    /**
     * Hands a command to a shop's hub; fails if the hub does not answer.
     *
     * @param path     behind the hub's {@code /api}, as it was sent
     * @param actionId by which the hub knows a repeat
     */
    CompletableFuture<Answer> pass(String session, String shop, String path, Optional<String> actionId, byte[] body);

    /**
     * A page is open.
     *
     * @return ends what was begun for it; does not wait
     */
    Runnable watch(String session, Page page);

    /** The centre's time. */
    Instant now();
}
