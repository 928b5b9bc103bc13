package org.samokasa.protocol.zvt;

import java.time.Duration;

/** Every wait and limit of the conversation. */
final class ZvtTimes {
    /** T3, section 4: from a command to its 80 or 84. */
    static final Duration ANSWER = Duration.ofSeconds(5);

    /** T3 on a serial line: counted from the first transmission, of which there may be three, T2 apart. */
    static final Duration SERIAL_ANSWER = ANSWER.multipliedBy(4);

    /** T1, section 1.4: gap between two bytes of a block. */
    static final Duration BYTE_GAP = Duration.ofMillis(200);

    /** T2, section 1.4: from the end of a block to its ACK or NAK. */
    static final Duration BLOCK_ACK = Duration.ofSeconds(5);

    /** T4, section 4: from one sign of life of a working terminal to the next. */
    static final Duration WORK = Duration.ofSeconds(180);

    /** A terminal may set T4 to this many minutes (section 4, project choice). */
    static final int WORK_MINUTES_MAX = 15;

    /** Pause after 84 9C (section 14). */
    static final Duration BUSY_PAUSE = Duration.ofSeconds(2);

    /** How long 84 9C is borne (section 14). */
    static final Duration BUSY_AT_MOST = Duration.ofMinutes(1);

    /** After a negative result some terminals say nothing more (section 11.3). */
    static final Duration GRACE_AFTER_DECLINE = Duration.ofSeconds(10);

    /** Status enquiry at least every minute while idle (section 7.7). */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    /** Pause between status enquiries of a terminal that works for itself (section 12.3 step 3). */
    static final Duration STATUS_PAUSE = Duration.ofSeconds(5);

    /** Pause before a terminal that needs a human, or refused registration, is asked again (project choice). */
    static final Duration FAULT_PAUSE = Duration.ofSeconds(30);

    /** How long an enquiry waits for a terminal to become ready (section 12.3 step 3). */
    static final Duration ENQUIRY_AT_MOST = Duration.ofMinutes(5);

    /** How long a payment may wait behind our own housekeeping before it is refused (project choice). */
    static final Duration START_AT_MOST = Duration.ofSeconds(30);

    /** A verdict that books nothing is acknowledged after this even if nobody took it, to stay within the peer's T3. */
    static final Duration UNTAKEN_VERDICT = Duration.ofSeconds(4);

    /** How long a terminal that hangs up after each command gets to do so before the next one (project choice). */
    static final Duration HANG_UP = Duration.ofSeconds(1);

    /** How far the terminal's clock may be off (section 12.3 step 5). */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    private ZvtTimes() {}
}
