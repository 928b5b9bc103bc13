package org.samokasa.soak.world;

/** Cuts the power of a computer in the middle of what it does: when it comes by here for the n-th time. */
public final class Fuse {
    private long left = -1;

    /** Blows when {@link #passes} has been called so many times more. */
    public void blowAfter(int instants) {
        left = instants;
    }

    public void reset() {
        left = -1;
    }

    /** A moment at which it makes a difference whether power is there. */
    public void passes() {
        if (left >= 0 && left-- == 0) {
            throw new PowerLost();
        }
    }
}
