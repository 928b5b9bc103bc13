package org.samokasa.soak.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.soak.check.Books.Attempt;
import org.samokasa.soak.world.InvariantBroken;

/**
 * Invariant I2 for one lane: the books of whoever takes its money against its sales. Whatever is kept there belongs to one
 * completed sale, or to the one attempt that is still open; and every completed sale has its money.
 */
final class MoneyBook {
    private final int lane;
    private final Books books;
    private final List<Attempt> paid = new ArrayList<>();
    private Optional<Attempt> open = Optional.empty();

    MoneyBook(int lane, Books books) {
        this.lane = lane;
        this.books = books;
    }

    /** Completed sales, by what paid them. */
    List<Attempt> paid() {
        return paid;
    }

    /** The attempt that has not ended. */
    Optional<Attempt> open() {
        return open;
    }

    /** Whether money is kept for the open attempt: what an attendant reads at the terminal. */
    boolean keepsMoneyForOpenAttempt() {
        return open.filter(books::keepsMoneyFor).isPresent();
    }

    void took(PaymentEvent event, long sale, long total) {
        if (event instanceof PaymentEvent.PaymentIntended intended) {
            if (open.isPresent()) {
                throw broken(event.attempt() + " begins before " + open.get().id() + " has ended");
            }
            if (intended.amount().minor() != total) {
                throw broken("sale " + sale + " asks " + intended.amount() + " for goods of " + total);
            }
            open = Optional.of(new Attempt(intended.attempt(), sale, total, books.size(), Optional.empty(), false));
        } else if (event instanceof PaymentEvent.PaymentApproved approved) {
            open = open.map(attempt -> attempt.with(approved.transaction()));
        } else if (event instanceof PaymentEvent.PaymentRefused) {
            open = Optional.empty();
        } else if (event instanceof PaymentEvent.PaymentFinished) {
            Attempt done = open.filter(Attempt::approved)
                    .orElseThrow(() -> broken(event.attempt() + " is finished and nothing was approved"));
            if (paid.stream().anyMatch(earlier -> earlier.sale() == done.sale())) {
                throw broken("sale " + done.sale() + " is paid twice");
            }
            paid.add(done);
            open = Optional.empty();
        }
    }

    /** Compares; to be called when the lane's facts are all known here. */
    void balance() {
        books.flaw(List.copyOf(paid), open).ifPresent(flaw -> {
            throw broken(flaw);
        });
    }

    /** At the end of a quiet evening. */
    void closes() {
        if (open.isPresent()) {
            throw broken("closes with a payment that never ended");
        }
        books.flawAtTheEnd(List.copyOf(paid)).ifPresent(flaw -> {
            throw broken(flaw);
        });
    }

    private InvariantBroken broken(String what) {
        return new InvariantBroken("I2", "lane " + lane + ": " + what);
    }
}
