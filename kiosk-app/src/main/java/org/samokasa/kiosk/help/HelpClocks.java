package org.samokasa.kiosk.help;

import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks of a request: until somebody accepts it, and until it is over.
 *
 * @param acceptSoon   green until then
 * @param nextPerson   from then on the next person is alerted as well
 * @param dutyManager  from then on the duty manager is
 * @param solveTarget  a request should be over by then
 * @param solveLimit   nobody may wait longer
 * @param claimLapses  a claim after which nothing followed for so long is void and others are alerted
 */
public record HelpClocks(
        Duration acceptSoon,
        Duration nextPerson,
        Duration dutyManager,
        Duration solveTarget,
        Duration solveLimit,
        Duration claimLapses) {
    /** The times a shop starts with; docs/console.md says where they come from. */
    public static final HelpClocks DEFAULT = new HelpClocks(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(45));

    /** How far the wait for an acceptance has gone. */
    public enum AcceptLevel {
        FRESH,
        LATE,
        NEXT_PERSON,
        DUTY_MANAGER
    }

    /** How far the wait for a solution has gone. */
    public enum SolveLevel {
        ON_TIME,
        OVER_TARGET,
        OVER_LIMIT
    }

    /** The level of a request that waits to be accepted; FRESH once it is or is over. */
    public AcceptLevel acceptLevel(HelpRequest request, Instant now) {
        Duration waited = Duration.between(request.waitSince(), now);
        if (!request.phase().waits() || waited.compareTo(acceptSoon) < 0) {
            return AcceptLevel.FRESH;
        }
        if (waited.compareTo(nextPerson) < 0) {
            return AcceptLevel.LATE;
        }
        return waited.compareTo(dutyManager) < 0 ? AcceptLevel.NEXT_PERSON : AcceptLevel.DUTY_MANAGER;
    }

    /** The level of an open request, counted from when the hub heard of it; ON_TIME once it is over. */
    public SolveLevel solveLevel(HelpRequest request, Instant now) {
        // Not from when the need arose: that is told by the lane's clock.
        Duration open = Duration.between(request.times().raised(), now);
        if (!request.isOpen() || open.compareTo(solveTarget) < 0) {
            return SolveLevel.ON_TIME;
        }
        return open.compareTo(solveLimit) < 0 ? SolveLevel.OVER_TARGET : SolveLevel.OVER_LIMIT;
    }

    /** Whether somebody said "mine" and then nothing followed, neither for so long nor within the time they named. */
    boolean claimHasLapsed(HelpRequest request, Instant now) {
        return request.phase() == HelpPhase.ACCEPTED
                && request.owner()
                        .map(owner -> !now.isBefore(owner.since().plus(patience(owner))))
                        .orElse(false);
    }

    private Duration patience(HelpRequest.Owner owner) {
        Duration named = Duration.ofSeconds(owner.etaSeconds());
        return named.compareTo(claimLapses) > 0 ? named : claimLapses;
    }
}
