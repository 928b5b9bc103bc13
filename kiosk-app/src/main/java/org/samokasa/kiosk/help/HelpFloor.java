package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who and what there is when a request is routed.
 *
 * @param onDuty    helpers on duty, by name
 * @param requests  all requests in sight, open and ended
 * @param times     how long help took lately
 * @param open      whether the shop is open; after hours a help centre is alerted first
 * @param presence  causes for which the law wants somebody in the shop: nobody far away is called for them
 */
public record HelpFloor(
        Map<String, Helper> onDuty,
        Collection<HelpRequest> requests,
        ServiceTimes times,
        boolean open,
        Set<HelpCause> presence) {
    /** Lanes that one helper can have at once (docs/console.md: hosts say that six is the most). */
    public static final int LANES_MOST = 6;

    /** With more than so much work for each, waits differ no more in what they tell. */
    static final int BACKLOG_MOST = 5;

    public HelpFloor {
        onDuty = Map.copyOf(onDuty);
        requests = List.copyOf(requests);
        presence = Set.copyOf(presence);
    }

    /** Whether somebody in a help centre may deal with it. */
    boolean mayBeRemote(HelpRequest request) {
        return !presence.contains(request.call().cause());
    }

    /** Requests that this helper follows through. */
    long load(Helper helper) {
        return requests.stream()
                .filter(r -> r.isOpen() && r.isOwnedBy(helper.name()))
                .count();
    }

    /**
     * How much work stands before a request, for each of those who could do it: requests that were there before it and
     * are open, rounded down; at most {@value #BACKLOG_MOST}. Zero when somebody is free.
     */
    int backlog(HelpRequest request) {
        long before = requests.stream()
                .filter(r -> r.isOpen() && !r.id().equals(request.id()))
                .filter(r -> !r.times().raised().isAfter(request.times().raised()))
                .count();
        long people = Math.max(1, walkers());
        // Work for fewer than there are people leaves somebody free.
        return (int) Math.min(BACKLOG_MOST, before / people);
    }

    private long walkers() {
        return onDuty.values().stream()
                .filter(helper -> helper.role() != Helper.Role.MANAGER && helper.role() != Helper.Role.REMOTE)
                .count();
    }

    /** Who helped the same shopper before, if they are on duty. */
    Optional<Helper> helpedBefore(HelpRequest request) {
        long sale = request.call().saleNumber();
        return requests.stream()
                .filter(r -> sale > 0 && !r.isOpen() && r.call().saleNumber() == sale)
                .filter(r -> r.call().lane() == request.call().lane())
                .filter(r -> r.owner().isPresent())
                .reduce((earlier, later) -> endedAt(later).isBefore(endedAt(earlier)) ? earlier : later)
                .flatMap(HelpRequest::owner)
                .map(owner -> onDuty.get(owner.name()));
    }

    private static Instant endedAt(HelpRequest request) {
        return request.ending().map(HelpRequest.Ending::at).orElse(Instant.MIN);
    }
}
