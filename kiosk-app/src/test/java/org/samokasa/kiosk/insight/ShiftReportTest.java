package org.samokasa.kiosk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.insight.ShiftReport.Why;

/** What the next shift is told of the one before. */
class ShiftReportTest {
    private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");

    /** @param arrived seconds after the call; below zero: nobody came */
    private static Intervention call(
            int minute, int arrived, String by, String how, OptionalInt faces, Optional<Boolean> solved) {
        Instant raised = START.plusSeconds(60L * minute);
        Optional<Instant> there = arrived < 0 ? Optional.empty() : Optional.of(raised.plusSeconds(arrived));
        return new Intervention(
                "r" + minute,
                4,
                minute % 2 == 0 ? "AGE_CHECK" : "WEIGHT_MISMATCH",
                17,
                Optional.of("pl"),
                new Intervention.Moments(
                        raised, Optional.of(raised), there, there, there.map(time -> time.plusSeconds(150))),
                new Intervention.Handling(
                        Optional.of(by).filter(name -> !name.isEmpty()),
                        false,
                        "FRESH",
                        "IN_TIME",
                        0,
                        0,
                        30,
                        Optional.of(how),
                        ""),
                new Intervention.Floor(2, 4),
                new Intervention.Word(faces, solved, List.of()),
                List.of(),
                List.of());
    }

    private static Period period(Intervention... calls) {
        return new Period(
                START,
                START.plusSeconds(28_800),
                List.of(calls),
                List.of(new SaleAt(4, START), new SaleAt(5, START)),
                List.of(),
                List.of(),
                List.of(new Stay("Anna", "ATTENDANT", START, Optional.empty())));
    }

    @Test
    void who_helped_how_fast_and_what_it_was_about() {
        ShiftReport report = ShiftReport.of(period(
                call(1, 10, "Anna", "SOLVED", OptionalInt.of(4), Optional.of(true)),
                call(2, 20, "Jan", "SOLVED", OptionalInt.empty(), Optional.empty()),
                call(3, 60, "Anna", "SOLVED", OptionalInt.empty(), Optional.empty())));
        assertThat(report.sales()).isEqualTo(2);
        assertThat(report.calls()).isEqualTo(3);
        assertThat(report.halfWithin()).hasValue(20);
        assertThat(report.mostWithin()).hasValue(60);
        assertThat(report.people())
                .containsExactly(new ShiftReport.Person("Anna", 2, 5), new ShiftReport.Person("Jan", 1, 2));
        assertThat(report.causes())
                .containsExactly(new ShiftReport.Count("WEIGHT_MISMATCH", 2), new ShiftReport.Count("AGE_CHECK", 1));
        assertThat(report.stays()).extracting(Stay::name).containsExactly("Anna");
        assertThat(report.notable()).isEmpty();
    }

    @Test
    void what_is_worth_a_word_stands_once_with_its_gravest_reason_and_the_newest_first() {
        ShiftReport report = ShiftReport.of(period(
                call(1, 90, "Anna", "SOLVED", OptionalInt.of(3), Optional.empty()),
                call(2, 91, "Anna", "SOLVED", OptionalInt.empty(), Optional.empty()),
                call(3, 95, "Anna", "SOLVED", OptionalInt.of(1), Optional.of(false)),
                call(4, -1, "", "ABANDONED", OptionalInt.empty(), Optional.empty()),
                call(5, 30, "Jan", "SOLVED", OptionalInt.of(2), Optional.of(true))));
        assertThat(report.notable())
                .extracting(ShiftReport.Notable::why)
                .containsExactly(Why.SAD, Why.ABANDONED, Why.UNSOLVED, Why.SLOW);
        assertThat(report.notable().get(1).waitedSeconds()).isEmpty();
        assertThat(report.notable().get(3).waitedSeconds()).isEqualTo(OptionalLong.of(91));
    }

    @Test
    void nobody_reads_more_than_a_dozen() {
        Intervention[] calls = new Intervention[20];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = call(i, -1, "", "ABANDONED", OptionalInt.empty(), Optional.empty());
        }
        ShiftReport report = ShiftReport.of(period(calls));
        assertThat(report.calls()).isEqualTo(20);
        assertThat(report.halfWithin()).isEmpty();
        assertThat(report.notable()).hasSize(12);
        assertThat(report.notable().get(0).raised()).isEqualTo(START.plusSeconds(60 * 19));
    }
}
