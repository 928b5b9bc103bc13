package org.samokasa.kiosk.help;

import java.util.Comparator;

/** The order of the attendant's list: what nobody has taken first, then by urgency of the cause, then the oldest. */
public final class HelpOrder {
    public static final Comparator<HelpRequest> MOST_URGENT_FIRST = Comparator.comparing(
                    (HelpRequest r) -> !r.phase().waits())
            .thenComparing(r -> r.call().cause())
            .thenComparing(r -> r.call().openedAt())
            .thenComparing(HelpRequest::id);

    private HelpOrder() {}
}
