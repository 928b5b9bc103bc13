package org.samokasa.sim.fault;

import java.time.Duration;
import org.samokasa.sim.script.Durations;

/** Something that goes wrong, until it is healed unless it says otherwise. */
public sealed interface Fault {
    /** Faults of the wire from the machine to the shop. */
    sealed interface OfWire extends Fault {}

    /** Faults of the machine itself; each kind of machine knows which it can have. */
    sealed interface OfMachine extends Fault {}

    /** The next so many bytes never arrive. Heals itself. */
    record DropBytes(int count) implements OfWire {}

    /** This bit of the next message is wrong; counted from 0, around its end. Heals itself. */
    record FlipBit(int bit) implements OfWire {}

    /** Everything comes so much later. */
    record Late(Duration by) implements OfWire {}

    /** Nothing arrives. */
    record Silent() implements OfWire {}

    /** Every byte has its eighth bit set, as a line opened with the wrong parity shows it. */
    record Garble() implements OfWire {}

    /** Half of the next message arrives and then nothing more. */
    record HalfFrameThenSilence() implements OfWire {}

    /** Every message arrives twice. */
    record Duplicate() implements OfWire {}

    /** Every byte comes by itself, so long after the one before it. */
    record Split(Duration pause) implements OfWire {}

    /** In place of each message the one before it comes once more: an answer to an older question. */
    record Stale() implements OfWire {}

    /** The plug is pulled; whoever runs the machine does it. */
    record Unplugged() implements Fault {}

    record PaperOut() implements OfMachine {}

    record PaperLow() implements OfMachine {}

    record CoverOpen() implements OfMachine {}

    record Jammed() implements OfMachine {}

    record Overheated() implements OfMachine {}

    /** It says XOFF and never XON. */
    record HoldLine() implements OfMachine {}

    /** How scripts name the faults. */
    String NAMES =
            "drop N, flip N, late TIME, split TIME, stale, silent, garble, half, duplicate, unplugged, paper-out,"
                    + " paper-low, cover-open, jammed, overheated, hold-line";

    /**
     * Reads {@code silent}, {@code drop 3}, {@code late 1500 ms} and so on.
     *
     * @throws IllegalArgumentException naming the faults that exist
     */
    static Fault parse(String text) {
        int blank = text.indexOf(' ');
        String name = blank < 0 ? text : text.substring(0, blank);
        String argument = blank < 0 ? "" : text.substring(blank + 1);
        switch (name) {
            case "drop":
                return new DropBytes(number(name, argument));
            case "flip":
                return new FlipBit(number(name, argument));
            case "late":
                return new Late(Durations.parse(argument));
            case "split":
                return new Split(Durations.parse(argument));
            default:
                if (!argument.isEmpty()) {
                    throw new IllegalArgumentException("the fault '" + name + "' takes no '" + argument + "'");
                }
                return plain(name);
        }
    }

    private static Fault plain(String name) {
        return switch (name) {
            case "silent" -> new Silent();
            case "garble" -> new Garble();
            case "half" -> new HalfFrameThenSilence();
            case "duplicate" -> new Duplicate();
            case "stale" -> new Stale();
            case "unplugged" -> new Unplugged();
            case "paper-out" -> new PaperOut();
            case "paper-low" -> new PaperLow();
            case "cover-open" -> new CoverOpen();
            case "jammed" -> new Jammed();
            case "overheated" -> new Overheated();
            case "hold-line" -> new HoldLine();
            default -> throw new IllegalArgumentException("unknown fault '" + name + "', known: " + NAMES);
        };
    }

    private static int number(String name, String argument) {
        if (!argument.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("the fault '" + name + "' needs a number, got '" + argument + "'");
        }
        return Integer.parseInt(argument);
    }
}
