package org.samokasa.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.sim.device.terminal.Turnover;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.soak.world.InvariantBroken;

/**
 * Invariant I2 for one lane: the terminal's books against the lane's sales. Whatever the terminal keeps belongs to one
 * completed sale, or to the one attempt that is still open; and every completed sale has its money.
 */
final class MoneyBook {
    private final int lane;
    private final ZvtTerminalMachine terminal;
    private final List<Paid> paid = new ArrayList<>();
    private Optional<Attempt> open = Optional.empty();
    private List<Object> balanced = List.of();

    /** @param booksBefore turnovers in the terminal's memory when it began */
    private record Attempt(
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

    /** A completed sale. */
    record Paid(long sale, long minor, int booksBefore, Optional<CardTransaction> transaction) {}

    MoneyBook(int lane, ZvtTerminalMachine terminal) {
        this.lane = lane;
        this.terminal = terminal;
    }

    List<Paid> paid() {
        return paid;
    }

    boolean hasOpenAttempt() {
        return open.isPresent();
    }

    /** Whether the terminal keeps money for the open attempt: what an attendant reads in its journal. */
    boolean keepsMoneyForOpenAttempt() {
        return open.isPresent()
                && terminal.turnovers().stream().skip(open.get().booksBefore()).anyMatch(Turnover::isCharged);
    }

    void took(PaymentEvent event, long sale, long total) {
        if (event instanceof PaymentEvent.PaymentIntended intended) {
            if (open.isPresent()) {
                throw broken(event.attempt() + " begins before " + open.get().id() + " has ended");
            }
            if (intended.amount().minor() != total) {
                throw broken("sale " + sale + " asks " + intended.amount() + " for goods of " + total);
            }
            int books = terminal.turnovers().size();
            open = Optional.of(new Attempt(intended.attempt(), sale, total, books, Optional.empty(), false));
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
            paid.add(new Paid(done.sale(), done.minor(), done.booksBefore(), done.transaction()));
            open = Optional.empty();
        }
    }

    /** Compares the books; to be called when the lane's facts are all known here. */
    void balance() {
        List<Turnover> books = List.copyOf(terminal.turnovers());
        List<Object> state = List.of(books, paid.size(), open);
        if (state.equals(balanced)) {
            return;
        }
        compare(books);
        balanced = state;
    }

    private void compare(List<Turnover> books) {
        Map<Integer, Paid> owners = new HashMap<>();
        for (Paid sale : paid) {
            int index = bookingOf(sale, books, owners)
                    .orElseThrow(() -> broken("sale " + sale.sale() + " of " + sale.minor()
                            + " is paid and the terminal keeps nothing for it"));
            owners.put(index, sale);
        }
        int unowned = 0;
        for (int i = 0; i < books.size(); i++) {
            boolean ours = i > 0 && books.get(i).isCharged() && !owners.containsKey(i);
            if (ours) {
                int index = i;
                boolean beingResolved =
                        open.filter(attempt -> index >= attempt.booksBefore()).isPresent();
                if (!beingResolved || ++unowned > 1) {
                    throw broken("the terminal keeps " + books.get(i).minor() + " of trace "
                            + books.get(i).trace() + " and no sale was paid with it");
                }
            }
        }
    }

    private static Optional<Integer> bookingOf(Paid sale, List<Turnover> books, Map<Integer, Paid> taken) {
        for (int i = sale.booksBefore(); i < books.size(); i++) {
            Turnover book = books.get(i);
            boolean named = sale.transaction()
                    .map(known -> known.traceNumber().equals(book.trace())
                            && known.receiptNumber().equals(book.receipt()))
                    .orElse(true);
            if (named && book.isCharged() && book.minor() == sale.minor() && !taken.containsKey(i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private InvariantBroken broken(String what) {
        return new InvariantBroken("I2", "lane " + lane + ": " + what);
    }
}
