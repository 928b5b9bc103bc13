package org.samokasa.soak.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.samokasa.sim.device.terminal.Turnover;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;

/** The journal of a card terminal. */
public final class CardBooks implements Books {
    private final ZvtTerminalMachine terminal;
    private List<Object> sound = List.of();

    public CardBooks(ZvtTerminalMachine terminal) {
        this.terminal = terminal;
    }

    @Override
    public int size() {
        return terminal.turnovers().size();
    }

    @Override
    public boolean keepsMoneyFor(Attempt attempt) {
        return terminal.turnovers().stream().skip(attempt.booksBefore()).anyMatch(Turnover::isCharged);
    }

    @Override
    public Optional<String> flaw(List<Attempt> paid, Optional<Attempt> open) {
        List<Turnover> books = List.copyOf(terminal.turnovers());
        List<Object> state = List.of(books, paid.size(), open);
        if (state.equals(sound)) {
            return Optional.empty();
        }
        Optional<String> flaw = compare(books, paid, open);
        sound = flaw.isEmpty() ? state : List.of();
        return flaw;
    }

    @Override
    public Optional<String> flawAtTheEnd(List<Attempt> paid) {
        return flaw(paid, Optional.empty());
    }

    private static Optional<String> compare(List<Turnover> books, List<Attempt> paid, Optional<Attempt> open) {
        Set<Integer> owned = new HashSet<>();
        for (Attempt sale : paid) {
            OptionalInt index = bookingOf(sale, books, owned);
            if (index.isEmpty()) {
                return Optional.of("sale " + sale.sale() + " of " + sale.minor()
                        + " is paid and the terminal keeps nothing for it");
            }
            owned.add(index.getAsInt());
        }
        int unowned = 0;
        // The first entry was there before the lane came.
        for (int i = 1; i < books.size(); i++) {
            int index = i;
            if (books.get(i).isCharged() && !owned.contains(i)) {
                boolean beingResolved =
                        open.filter(attempt -> index >= attempt.booksBefore()).isPresent();
                if (!beingResolved || ++unowned > 1) {
                    return Optional.of("the terminal keeps " + books.get(i).minor() + " of trace "
                            + books.get(i).trace() + " and no sale was paid with it");
                }
            }
        }
        return Optional.empty();
    }

    private static OptionalInt bookingOf(Attempt sale, List<Turnover> books, Set<Integer> taken) {
        return IntStream.range(sale.booksBefore(), books.size())
                .filter(i -> !taken.contains(i) && isOf(sale, books.get(i)))
                .findFirst();
    }

    private static boolean isOf(Attempt sale, Turnover book) {
        boolean named = sale.transaction()
                .map(known -> known.traceNumber().equals(book.trace())
                        && known.receiptNumber().equals(book.receipt()))
                .orElse(true);
        return named && book.isCharged() && book.minor() == sale.minor();
    }
}
