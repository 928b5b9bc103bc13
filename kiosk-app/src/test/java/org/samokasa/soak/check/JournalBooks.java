package org.samokasa.soak.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The journal of a card terminal: one line for each payment, in the order in which they were taken. */
public final class JournalBooks implements Books {
    /**
     * A line of it.
     *
     * @param minor what was taken
     * @param kept whether it still is
     * @param name what the terminal calls it, as {@link #nameOf} would; empty when it calls it nothing that lanes hear of
     */
    public record Taken(long minor, boolean kept, String name) {}

    private final Supplier<List<Taken>> journal;
    private List<Object> sound = List.of();

    public JournalBooks(Supplier<List<Taken>> journal) {
        this.journal = journal;
    }

    /** Trace and receipt number as one name. */
    public static String nameOf(String trace, String receipt) {
        return trace + "/" + receipt;
    }

    @Override
    public int size() {
        return journal.get().size();
    }

    @Override
    public boolean keepsMoneyFor(Attempt attempt) {
        return journal.get().stream().skip(attempt.booksBefore()).anyMatch(Taken::kept);
    }

    @Override
    public Optional<String> flaw(List<Attempt> paid, Optional<Attempt> open) {
        List<Taken> lines = List.copyOf(journal.get());
        List<Object> state = List.of(lines, paid.size(), open);
        if (state.equals(sound)) {
            return Optional.empty();
        }
        Optional<String> flaw = compare(lines, paid, open);
        sound = flaw.isEmpty() ? state : List.of();
        return flaw;
    }

    @Override
    public Optional<String> flawAtTheEnd(List<Attempt> paid) {
        return flaw(paid, Optional.empty());
    }

    private static Optional<String> compare(List<Taken> lines, List<Attempt> paid, Optional<Attempt> open) {
        Set<Integer> owned = new HashSet<>();
        for (Attempt sale : paid) {
            OptionalInt index = lineOf(sale, lines, owned);
            if (index.isEmpty()) {
                return Optional.of("sale " + sale.sale() + " of " + sale.minor()
                        + " is paid and the terminal keeps nothing for it");
            }
            owned.add(index.getAsInt());
        }
        int unowned = 0;
        for (int i = 0; i < lines.size(); i++) {
            int index = i;
            if (lines.get(i).kept() && !owned.contains(i)) {
                boolean beingResolved =
                        open.filter(attempt -> index >= attempt.booksBefore()).isPresent();
                if (!beingResolved || ++unowned > 1) {
                    return Optional.of("the terminal keeps " + lines.get(i) + " and no sale was paid with it");
                }
            }
        }
        return Optional.empty();
    }

    private static OptionalInt lineOf(Attempt sale, List<Taken> lines, Set<Integer> taken) {
        return IntStream.range(sale.booksBefore(), lines.size())
                .filter(i -> !taken.contains(i) && isOf(sale, lines.get(i)))
                .findFirst();
    }

    private static boolean isOf(Attempt sale, Taken line) {
        boolean named = line.name().isEmpty()
                || sale.transaction()
                        .map(known -> nameOf(known.traceNumber(), known.receiptNumber())
                                .equals(line.name()))
                        .orElse(true);
        return named && line.kept() && line.minor() == sale.minor();
    }
}
