package org.samokasa.soak.world;

/**
 * The power of one machine goes in this very instruction. An error and not an exception: nothing that runs on the machine
 * may catch it and go on.
 */
public final class PowerLost extends Error {
    private static final long serialVersionUID = 1L;

    public PowerLost() {
        super("power lost", null, false, false);
    }
}
