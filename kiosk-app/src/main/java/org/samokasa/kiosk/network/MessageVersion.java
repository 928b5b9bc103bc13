package org.samokasa.kiosk.network;

/** The version that every message carries; a reader refuses what it does not know rather than guess. */
public final class MessageVersion {
    public static final int CURRENT = 1;

    private MessageVersion() {}

    public static void check(int v) {
        if (v != CURRENT) {
            throw new IllegalArgumentException("version " + v + " is not understood, only " + CURRENT);
        }
    }
}
