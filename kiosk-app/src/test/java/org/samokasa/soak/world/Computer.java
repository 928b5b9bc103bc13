package org.samokasa.soak.world;

/** Something with power and a disk on which a process runs. */
public interface Computer {
    /** Runs a piece of the process. When the power goes in the middle of it, the rest of it never happens. */
    void run(Runnable piece);
}
