package org.samokasa.devices;

/** What somebody who looks after a machine may have it do; {@link Device#tests} says which of them it can. */
public enum MachineTest {
    /** The reader sounds as after a good read. */
    BEEP,
    /** What is read next is shown instead of sold. */
    READ,
    /** The load is told once, now. */
    WEIGH,
    /** A page goes through the printer to its end. */
    PRINT_PAGE,
    /** Each colour in turn. */
    SHOW_COLOURS,
    /** The terminal looks for its host (ZVT 06 70, nexo Diagnosis). */
    DIAGNOSE,
    /** The terminal closes its day and tells its totals (ZVT 06 50). Money follows from it: never sent twice. */
    END_OF_DAY
}
