package org.samokasa.kills;

/** What the shop is busy with when a kill comes. */
enum Activity {
    IDLE(6, 1, 400),
    SCANNING(16, 1, 1_500),
    WEIGHING(10, 2, 1_800),
    PROBLEM(10, 3, 2_500),
    /** Pay touched, payment on record, terminal waits for the card, card shown, approval on record. */
    PAYING(38, 5, 500),
    PRINTING(10, 2, 500),
    /** Help touched, raised, accepted. */
    HELP(10, 3, 500);

    /** How often of a hundred. */
    final int share;

    /** Moments within it that a kill can wait for. */
    final int steps;

    /** A kill comes at most so long after that moment. */
    final int delayMillisMax;

    Activity(int share, int steps, int delayMillisMax) {
        this.share = share;
        this.steps = steps;
        this.delayMillisMax = delayMillisMax;
    }
}
