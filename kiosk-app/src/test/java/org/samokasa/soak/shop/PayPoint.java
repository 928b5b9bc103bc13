package org.samokasa.soak.shop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.devices.CardTerminal;
import org.samokasa.kiosk.ui.model.ShopFront.Means;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions.Commit;
import org.samokasa.soak.check.Books;
import org.samokasa.transport.ByteLink;

/** Where a lane's money comes in: a terminal for cards, or a payment service that hears what codes on screens brought. */
public interface PayPoint {
    /** What it speaks. */
    enum Kind {
        ZVT,
        NEXO,
        CAISSE_AP,
        CODES
    }

    /**
     * A new one.
     *
     * @param clock its own
     */
    static PayPoint of(Kind kind, int lane, long seed, InstantSource clock) {
        return switch (kind) {
            case ZVT -> new ZvtPoint(seed % 2 == 0 ? Commit.CLASSIC : Commit.KEEP);
            case NEXO -> new NexoPoint(lane, seed);
            case CAISSE_AP -> new CaissePoint(lane);
            case CODES -> new CodePoint(lane, clock);
        };
    }

    Means means();

    /** The machine behind the lane's wire. */
    MachineUnit unit();

    /** The driver at the near end of that wire. */
    CardTerminal driver(ByteLink link);

    /** Whether it waits for a card or a phone. */
    boolean waits();

    /** What a shopper does there who is asked for so much. */
    void shopperPays(long minor, SplittableRandom chance, Instant now);

    /** Nothing is under way: what it has taken for this attempt is what it will have taken. */
    boolean isAtRest(String attempt, Instant now);

    /** What it has taken, for the judge and for attendants who look there. */
    Books books();

    /**
     * Something goes wrong with it.
     *
     * @param how {@code reboots}, {@code hangs-up}, {@code busy}, {@code quirk}, {@code signature} or
     *     {@code untold-signature}
     */
    Trouble trouble(String how, SplittableRandom chance);

    /**
     * A trouble that has begun.
     *
     * @param kinds what it is called in the summary, besides what the plan calls it
     * @param mend ends it
     */
    record Trouble(List<String> kinds, Runnable mend) {
        static final Trouble OVER = new Trouble(List.of(), () -> {});
    }
}
