package org.samokasa.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private static final OpeningHours HOURS = new OpeningHours(
            ZoneId.of("Europe/Warsaw"),
            Map.of(
                    DayOfWeek.FRIDAY,
                    List.of(
                            new OpeningHours.Span(LocalTime.of(7, 0), LocalTime.of(13, 0)),
                            new OpeningHours.Span(LocalTime.of(22, 0), LocalTime.of(2, 0)))));

    /** 4 January 2030 is a Friday; Warsaw is an hour ahead. */
    @ParameterizedTest
    @CsvSource({
        "2030-01-04T05:59:59Z, false",
        "2030-01-04T06:00:00Z, true",
        "2030-01-04T11:59:59Z, true",
        "2030-01-04T12:00:00Z, false",
        "2030-01-04T21:00:00Z, true",
        "2030-01-05T00:59:59Z, true",
        "2030-01-05T01:00:00Z, false",
        "2030-01-05T08:00:00Z, false",
        "2030-01-03T23:30:00Z, false"
    })
    void spans_are_read_on_the_shop_s_own_clock_and_may_go_past_midnight(Instant at, boolean open) {
        assertThat(HOURS.isOpen(at)).isEqualTo(open);
    }

    @Test
    void a_shop_that_names_no_hours_never_closes() {
        assertThat(OpeningHours.ALWAYS.isOpen(Instant.parse("2030-01-04T03:00:00Z")))
                .isTrue();
    }
}
