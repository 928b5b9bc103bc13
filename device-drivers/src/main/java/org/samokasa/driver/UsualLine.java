package org.samokasa.driver;

import java.util.List;

/**
 * How a machine is set up when it leaves its factory, and so the first thing to try.
 *
 * @param kind of machine, as {@link Drivers} names it
 * @param driver its driver
 * @param settings of the serial line, as an address writes them
 * @param proof how one finds out that it is there
 */
public record UsualLine(String kind, String driver, String settings, Proof proof) {
    /** What shows that a machine is there. */
    public enum Proof {
        /** It answers a question. */
        ANSWERS,
        /** It says something when somebody uses it. */
        SPEAKS
    }

    /** What is worth trying, likeliest first; the settings are those of the sheets. */
    public static List<UsualLine> all() {
        return List.of(
                new UsualLine("scale", "8217", "baud=9600&bits=7&parity=even", Proof.ANSWERS),
                new UsualLine("printer", "escpos", "baud=38400", Proof.ANSWERS),
                new UsualLine("printer", "escpos", "baud=9600", Proof.ANSWERS),
                new UsualLine("printer", "escpos", "baud=115200", Proof.ANSWERS),
                new UsualLine("scale", "epelsa", "baud=9600", Proof.ANSWERS),
                new UsualLine("scale", "cas-stream", "baud=9600", Proof.ANSWERS),
                new UsualLine("scale", "magellan", "baud=9600&bits=7&parity=odd", Proof.ANSWERS),
                new UsualLine("scanner", "ssi", "baud=9600", Proof.ANSWERS),
                new UsualLine("scale", "nci", "baud=9600&bits=7&parity=even", Proof.ANSWERS),
                new UsualLine("scale", "cas", "baud=9600", Proof.ANSWERS),
                new UsualLine("scale", "dialog06", "baud=9600&bits=7&parity=odd", Proof.ANSWERS),
                new UsualLine("scale", "sma", "baud=9600", Proof.ANSWERS),
                new UsualLine("scale", "adam", "baud=9600", Proof.ANSWERS),
                // driver new scale: above this line
                // driver new scanner: above this line
                new UsualLine("scanner", "serial-text", "baud=9600", Proof.SPEAKS));
    }
}
