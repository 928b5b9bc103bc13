package org.samokasa.soak.check;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;

/** What a terminal or a payment service has taken from shoppers and not given back: the truth that sales are held against. */
public interface Books {
    /**
     * A payment that a lane has begun.
     *
     * @param booksBefore {@link #size} when it began
     * @param transaction what the terminal called it, where that is known
     */
    record Attempt(
            String id,
            long sale,
            long minor,
            int booksBefore,
            Optional<CardTransaction> transaction,
            boolean approved) {
        Attempt with(Optional<CardTransaction> known) {
            return new Attempt(id, sale, minor, booksBefore, known, true);
        }
    }

    /** How many entries there are. */
    int size();

    /** Whether money is kept for this attempt: what an attendant reads there. */
    boolean keepsMoneyFor(Attempt attempt);

    /**
     * Why books and sales do not agree; empty when they do.
     *
     * @param paid attempts that paid a completed sale
     * @param open the attempt that has not ended
     */
    Optional<String> flaw(List<Attempt> paid, Optional<Attempt> open);

    /** The same when nothing is under way any more, nor can be. */
    Optional<String> flawAtTheEnd(List<Attempt> paid);
}
