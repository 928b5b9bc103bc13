package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What time alone brings about: alerting the first person at once and others later, voiding a claim after which nothing
 * followed, telling the duty managers of what takes too long. To be asked about every open request again and again;
 * answers the next thing that is due, which then must be applied before it is asked again.
 */
public record HelpWatch(HelpClocks clocks) {
    /** What is due now; empty when nothing is. */
    public Optional<HelpEvent> due(HelpRequest request, HelpFloor floor, Instant now) {
        if (!request.isOpen()) {
            return Optional.empty();
        }
        if (clocks.claimHasLapsed(request, now)) {
            String by = request.owner().map(HelpRequest.Owner::name).orElse("");
            return Optional.of(new HelpEvent.ClaimHasLapsed(now, request.id(), by));
        }
        return alert(request, floor, now).or(() -> overdue(request, floor, now));
    }

    private Optional<HelpEvent> alert(HelpRequest request, HelpFloor floor, Instant now) {
        if (!request.phase().waits()) {
            return Optional.empty();
        }
        HelpClocks.AcceptLevel level = step(clocks.acceptLevel(request, now));
        boolean told = request.alert()
                .level()
                .map(before -> before.compareTo(level) >= 0)
                .orElse(false);
        if (told) {
            return Optional.empty();
        }
        List<String> to = new HelpRouting(floor).next(request, level);
        int forecast = WaitForecast.seconds(request, floor);
        return Optional.of(new HelpEvent.HelpWasRouted(now, request.id(), level, to, forecast, floor.backlog(request)));
    }

    /** LATE only colours a card; nobody else is alerted for it. */
    private static HelpClocks.AcceptLevel step(HelpClocks.AcceptLevel level) {
        return level == HelpClocks.AcceptLevel.LATE ? HelpClocks.AcceptLevel.FRESH : level;
    }

    private Optional<HelpEvent> overdue(HelpRequest request, HelpFloor floor, Instant now) {
        HelpClocks.SolveLevel level = clocks.solveLevel(request, now);
        if (level.compareTo(request.alert().overdue()) <= 0) {
            return Optional.empty();
        }
        // Over the target is for the figures; over the limit somebody has to look after it.
        List<String> told = level == HelpClocks.SolveLevel.OVER_LIMIT ? new HelpRouting(floor).managers() : List.of();
        return Optional.of(new HelpEvent.HelpIsOverdue(now, request.id(), level, told));
    }
}
