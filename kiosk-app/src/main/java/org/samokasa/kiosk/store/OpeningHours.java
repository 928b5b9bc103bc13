package org.samokasa.kiosk.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * When a shop is open.
 *
 * @param zone  of the times
 * @param spans by day; a day without a span is closed. One that ends at or before its start goes on past midnight.
 *     No day at all means always open
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> spans) {
    /** Never closes. */
    public static final OpeningHours ALWAYS = new OpeningHours(ZoneId.of("UTC"), Map.of());

    /** From a time, that included, to another. */
    public record Span(LocalTime from, LocalTime to) {
        private boolean isPastMidnight() {
            return !to.isAfter(from);
        }
    }

    public OpeningHours {
        spans = Map.copyOf(spans);
    }

    public boolean isOpen(Instant now) {
        if (spans.isEmpty()) {
            return true;
        }
        LocalDateTime there = LocalDateTime.ofInstant(now, zone);
        LocalTime time = there.toLocalTime();
        boolean today = of(there.getDayOfWeek()).stream()
                .anyMatch(span -> !time.isBefore(span.from()) && (span.isPastMidnight() || time.isBefore(span.to())));
        boolean sinceYesterday = of(there.getDayOfWeek().minus(1)).stream()
                .anyMatch(span -> span.isPastMidnight() && time.isBefore(span.to()));
        return today || sinceYesterday;
    }

    private List<Span> of(DayOfWeek day) {
        return spans.getOrDefault(day, List.of());
    }
}
