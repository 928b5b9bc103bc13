package org.samokasa.kiosk.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpOrder;
import org.samokasa.kiosk.help.HelpRequest;

/** Every open request of a shop and the last ones that ended. Never changes; a change makes another. */
public final class HelpRequests {
    /** Ended requests that stay in sight; the journal and the view behind it keep all. */
    static final int ENDED_KEPT = 50;

    static final HelpRequests NONE = new HelpRequests(Map.of());

    private static final Comparator<HelpRequest> BY_ENDING =
            Comparator.comparing(request -> request.ending().orElseThrow().at());

    private final Map<String, HelpRequest> byId;
    private final List<HelpRequest> open;

    private HelpRequests(Map<String, HelpRequest> byId) {
        this.byId = byId;
        this.open = byId.values().stream()
                .filter(HelpRequest::isOpen)
                .sorted(HelpOrder.MOST_URGENT_FIRST)
                .toList();
    }

    /** In the order in which they were raised. */
    Collection<HelpRequest> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<HelpRequest> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What an attendant should look at first in front. */
    List<HelpRequest> open() {
        return open;
    }

    /** The last one that ended in front. */
    List<HelpRequest> ended() {
        return byId.values().stream()
                .filter(request -> !request.isOpen())
                .sorted(BY_ENDING.reversed())
                .toList();
    }

    /** With this one in the place of what had its id. The one that ended first may go from sight for it. */
    HelpRequests with(HelpRequest request) {
        Map<String, HelpRequest> more = new LinkedHashMap<>(byId);
        more.put(request.id(), request);
        if (!request.isOpen()) {
            List<HelpRequest> ended =
                    more.values().stream().filter(r -> !r.isOpen()).toList();
            if (ended.size() > ENDED_KEPT) {
                more.remove(Collections.min(ended, BY_ENDING).id());
            }
        }
        return new HelpRequests(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HelpRequests requests && byId.equals(requests.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    @Override
    public String toString() {
        return byId.values().toString();
    }
}
