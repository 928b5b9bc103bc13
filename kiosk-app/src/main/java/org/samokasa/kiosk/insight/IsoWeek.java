package org.samokasa.kiosk.insight;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;

/**
 * A week of ISO 8601, written {@code 2026-W47}.
 *
 * @param monday its first day
 */
public record IsoWeek(LocalDate monday) {
    public IsoWeek {
        monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
    }

    /** The week of a day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day);
    }

    /** @throws java.time.DateTimeException if it is none */
    public static IsoWeek parse(String text) {
        return new IsoWeek(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
    }

    public IsoWeek before() {
        return new IsoWeek(monday.minusWeeks(1));
    }

    public IsoWeek after() {
        return new IsoWeek(monday.plusWeeks(1));
    }

    @Override
    public String toString() {
        return String.format(
                "%d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
