package org.samokasa.kiosk.disk;

/** How an operation of the disk goes wrong; in each case the program gets an {@link java.io.IOException}. */
public enum DiskFault {
    /** Nothing was done: the disk is full, or does not answer. A force that is refused leaves all to be forced again. */
    REFUSED,

    /** Half of it was done. A force made the older half of the changes safe; the others can still be forced. */
    HALF_DONE,

    /** It was done and then reported as failed. */
    DONE,

    /**
     * What Linux does after a force that failed (fsync(2), and the PostgreSQL project's findings of 2018): what was not
     * written is still shown to readers but never written again, and the next force reports success. For a directory and
     * for other operations it is the same as {@link #REFUSED}: file systems do not forget their own names.
     */
    FORGOTTEN
}
