package org.samokasa.soak.shop;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.samokasa.kiosk.ui.model.ShopFront.Means;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.soak.check.Books;
import org.samokasa.soak.check.JournalBooks;

/** What card terminals have in common, whatever they speak. */
abstract class CardPoint implements PayPoint {
    private final VirtualMachine terminal;
    private final MachineUnit unit;
    private final Books books;

    CardPoint(String kind, VirtualMachine terminal, Operator operator, Supplier<List<JournalBooks.Taken>> journal) {
        this.terminal = terminal;
        unit = MachineUnit.of(kind, terminal, operator);
        books = new JournalBooks(journal);
    }

    @Override
    public final Means means() {
        return Means.CARD;
    }

    @Override
    public final MachineUnit unit() {
        return unit;
    }

    @Override
    public final Books books() {
        return books;
    }

    /** Its journal is read only when it does nothing: no card awaited, no bank asked. */
    @Override
    public final boolean isAtRest(String attempt, Instant now) {
        return !waits() && terminal.nextDue().isEmpty();
    }

    /** Most cards are taken; of the others one in four is never held out. */
    static void holdsOut(SplittableRandom chance, Runnable taken, Runnable refused, Runnable stopped) {
        int what = chance.nextInt(20);
        if (what < 16) {
            taken.run();
        } else if (what < 18) {
            refused.run();
        } else if (what < 19) {
            stopped.run();
        }
    }
}
