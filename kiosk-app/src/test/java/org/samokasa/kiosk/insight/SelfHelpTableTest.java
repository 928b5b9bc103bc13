package org.samokasa.kiosk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SelfHelpTableTest {
    private static final Instant AT = Instant.parse("2026-11-16T09:00:00Z");
    private static final Intervention.Card SHOWN = new Intervention.Card("BAG_IT", OptionalInt.empty(), false);

    private static Intervention.Card opened(String topic, int order, boolean ended) {
        return new Intervention.Card(topic, OptionalInt.of(order), ended);
    }

    private static Intervention call(String cause, String how, boolean came, Intervention.Card... cards) {
        return new Intervention(
                "r",
                4,
                cause,
                17,
                Optional.empty(),
                new Intervention.Moments(
                        AT,
                        Optional.empty(),
                        Optional.empty(),
                        came ? Optional.of(AT.plusSeconds(20)) : Optional.empty(),
                        Optional.of(AT.plusSeconds(40))),
                new Intervention.Handling(Optional.empty(), false, "FRESH", "ON_TIME", 0, 0, 0, Optional.of(how), ""),
                new Intervention.Floor(0, 0),
                Intervention.Word.NONE,
                List.of(),
                List.of(cards));
    }

    private static List<List<String>> rows(Intervention... calls) {
        Period week = new Period(AT, AT.plusSeconds(60), List.of(calls), List.of(), List.of(), List.of(), List.of());
        Period before = new Period(AT, AT, List.of(), List.of(), List.of(), List.of(), List.of());
        return new SelfHelpTable(week, before).table().rows();
    }

    @Test
    void a_card_is_counted_as_shown_read_and_as_the_end_of_the_call() {
        assertThat(rows(
                        call("SHOPPER_CALLED", "CANCELLED_BY_SHOPPER", false, opened("BAG_IT", 1, true)),
                        call("SHOPPER_CALLED", "SOLVED", true, opened("BAG_IT", 1, false)),
                        call("SHOPPER_CALLED", "SOLVED", true, SHOWN)))
                .containsExactly(List.of("BAG_IT", "SHOPPER_CALLED", "3", "0", "2", "1", "0", "33.3", ""));
    }

    @Test
    void each_cause_has_a_row_of_its_own() {
        assertThat(rows(
                        call("AGE_CHECK", "SOLVED", true, SHOWN),
                        call("SHOPPER_CALLED", "SOLVED", true, SHOWN),
                        call("SHOPPER_CALLED", "SOLVED", true, SHOWN)))
                .extracting(row -> row.get(1))
                .containsExactly("SHOPPER_CALLED", "AGE_CHECK");
    }

    @Test
    void what_went_away_with_nobody_there_is_credited_to_the_card_read_last() {
        List<List<String>> rows = rows(call(
                "WEIGHT_MISMATCH", "AUTO_CLEARED", false, opened("BAG_IT", 2, false), opened("OWN_BAG", 1, false)));
        assertThat(rows).extracting(row -> row.get(0) + " " + row.get(6)).containsExactly("BAG_IT 1", "OWN_BAG 0");
    }

    @Test
    void what_went_away_while_somebody_helped_is_not_the_cards_merit() {
        assertThat(rows(call("WEIGHT_MISMATCH", "AUTO_CLEARED", true, opened("BAG_IT", 1, false)))
                        .get(0)
                        .get(6))
                .isEqualTo("0");
        assertThat(rows(call("WEIGHT_MISMATCH", "AUTO_CLEARED", false, SHOWN))
                        .get(0)
                        .get(6))
                .isEqualTo("0");
    }
}
