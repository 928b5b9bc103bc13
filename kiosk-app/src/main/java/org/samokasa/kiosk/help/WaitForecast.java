package org.samokasa.kiosk.help;

import java.util.Optional;

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

    /** The forecast for a request that has just begun to wait; a multiple of five seconds. */
    public static int seconds(HelpRequest request, HelpFloor floor) {
        long reaction = floor.times().reaction(request.call().cause(), PERCENT).orElse(REACTION_MILLIS);
        long service = floor.times().service(PERCENT).orElse(SERVICE_MILLIS);
        Optional<Helper> first = new HelpRouting(floor).first(request);
        long people = Math.max(
                1,
                floor.onDuty().values().stream()
                        .filter(helper -> helper.role() != Helper.Role.MANAGER)
                        .count());
        long busy = first.map(floor::load).orElse(0L);
        long before = (floor.waitingBefore(request) + people - 1) / people;
        long millis = reaction + service * (busy + before);
        long steps = (millis + STEP_SECONDS * 1000L - 1) / (STEP_SECONDS * 1000L);
        return (int) Math.min(MOST_SECONDS, Math.max(1, steps) * STEP_SECONDS);
    }
}
