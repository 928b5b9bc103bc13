package org.samokasa.sim.device.terminal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the terminal remembers over a loss of power. Numbers wrap as on a real one. */
final class TurnoverStore {
    private static final int TRACE_MAX = 999_999;
    private static final int RECEIPT_MAX = 9_999;

    private final List<Turnover> turnovers = new ArrayList<>();
    private int trace = 417;
    private int receipt = 317;
    private Optional<String> lastTrace = Optional.empty();
    /** How many of the turnovers belong to days that are closed. */
    private int closed;

    List<Turnover> all() {
        return List.copyOf(turnovers);
    }

    /** A number of its own for an attempt that books nothing. */
    String nextTrace() {
        trace = trace == TRACE_MAX ? 1 : trace + 1;
        return String.format("%06d", trace);
    }

    Turnover add(long minor, LocalDateTime at, Turnover.Card card, Turnover.State state, Optional<String> original) {
        receipt = receipt == RECEIPT_MAX ? 1 : receipt + 1;
        Turnover added = new Turnover(nextTrace(), String.format("%04d", receipt), minor, at, card, state, original);
        turnovers.add(added);
        return added;
    }

    void mark(Turnover turnover, Turnover.State state) {
        turnovers.replaceAll(t -> t.trace().equals(turnover.trace()) ? t.in(state) : t);
    }

    /** From now on this is what 06 20 repeats. */
    void isLast(Turnover turnover) {
        lastTrace = Optional.of(turnover.trace());
    }

    Optional<Turnover> last() {
        return lastTrace.flatMap(t -> turnovers.stream()
                .filter(turnover -> turnover.trace().equals(t))
                .findFirst());
    }

    /** What is charged and in no closing yet. */
    List<Turnover> ofTheDay() {
        return turnovers.stream().skip(closed).filter(Turnover::isCharged).toList();
    }

    /** From now on nothing of before can be reversed. */
    void closeDay() {
        closed = turnovers.size();
    }

    Optional<Turnover> byReceipt(String number) {
        return turnovers.stream()
                .skip(closed)
                .filter(turnover -> turnover.receipt().equals(number))
                .reduce((earlier, later) -> later);
    }
}
