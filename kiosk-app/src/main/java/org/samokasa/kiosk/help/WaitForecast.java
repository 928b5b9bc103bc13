package org.samokasa.kiosk.help;

import java.util.OptionalLong;

/**
 * In how many seconds somebody will be at the lane, a little pessimistic: who is there earlier than said pleases, who is
 * later does not.
 */
public final class WaitForecast {
    /** Two of three waits are shorter: pessimistic, and yet no scare. */
    private static final int PERCENT = 67;

    /** Fewer tell nothing about the rest. */
    static final int SAMPLES_LEAST = 5;

    /** Before anything was measured: the time in which half of all shops say they want to be there (UX, section 13). */
    private static final int REACTION_MILLIS = 30_000;

    /** Before anything was measured: a check of a card, a bag looked into. */
    private static final int SERVICE_MILLIS = 40_000;

    private static final int STEP_SECONDS = 5;

    /** More than this is said as "a few minutes" anyway. */
    private static final int MOST_SECONDS = 600;

    private WaitForecast() {}

    /** The forecast for a request that begins to wait; a multiple of five seconds. */
    public static int seconds(HelpRequest request, HelpFloor floor) {
        long millis = millis(floor.backlog(request), floor.times());
        long steps = (millis + STEP_SECONDS * 1000L - 1) / (STEP_SECONDS * 1000L);
        return (int) Math.min(MOST_SECONDS, Math.max(1, steps) * STEP_SECONDS);
    }

    /** As it was behind as much work; until that is known, as it is with somebody free, and the work before it. */
    private static long millis(int backlog, ServiceTimes times) {
        OptionalLong measured = times.reaction(backlog, PERCENT);
        if (measured.isPresent()) {
            return measured.getAsLong();
        }
        long service = times.service(PERCENT).orElse(SERVICE_MILLIS);
        return times.reaction(0, PERCENT).orElse(REACTION_MILLIS) + service * backlog;
    }
}
