package org.samokasa.sim.device.scanner;

/** What hands can do with a bar code reader, and ears can hear of it. */
public interface Reader {
    /**
     * Holds a symbol under the beam. A disabled reader and one without a wire read nothing, as in a shop.
     *
     * @param text data, with or without an AIM identifier; GS written as the character or as {@code {GS}}
     * @return true when it was read and sent
     */
    boolean scan(String text);

    boolean isEnabled();

    int beeps();

    /** How often it was told that a code was not taken. */
    int refusals();

    String lastRead();
}
