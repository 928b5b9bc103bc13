package org.samokasa.kiosk.web;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;

/** What the console may ask of the hub. Safe for many threads; nothing here waits. */
public interface ConsoleDesk {
    /**
     * The decision about a command, when what it leads to is durable.
     *
     * @return fails if it cannot be made durable; then nothing has happened
     */
    CompletableFuture<StoreDecision> decide(StoreCommand command);

    /** How the shop is now. */
    ConsoleState state();

    /** What the shop sold and how often it helped since a moment; fails if the figures cannot be read. */
    CompletableFuture<Figures> figures(Instant since);

    /** What reports are made of. */
    ReportDesk reports();

    /** The hub's time. */
    Instant now();
}
