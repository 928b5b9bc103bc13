package org.samokasa.kiosk.persistence.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.StoreEvent;

class HubViewTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    @TempDir
    Path folder;

    private static StoreEvent sale(long number, String currency, long total) {
        return new StoreEvent.SaleWasRecorded(
                START,
                new Sale(
                        4,
                        number,
                        START,
                        currency,
                        total,
                        List.of(new Sale.Line(Optional.empty(), "x".repeat(2_000), "1", total)),
                        List.of(new Sale.Tax("A 23%", total, 0)),
                        List.of(new Sale.Tender("CARD", total, Optional.of("ref")))));
    }

    private static StoreEvent help(HelpEvent event) {
        return new StoreEvent.HelpHasChanged(event);
    }

    private static StoreEvent raised(String id, HelpCause cause) {
        return help(
                new HelpEvent.HelpWasRaised(START, new HelpCall(id, 4, 1, cause, "t", List.of(), START, List.of())));
    }

    private static StoreEvent accepted(String id, int afterMillis) {
        return help(new HelpEvent.HelpWasAccepted(START.plusMillis(afterMillis), id, "Anna", 20));
    }

    @Test
    void sales_add_up_by_currency_from_a_moment_on() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            view.apply(1, sale(1, "EUR", 119));
            view.apply(2, sale(2, "EUR", 250));
            view.apply(3, sale(3, "PLN", 999));
            assertThat(view.salesSince(START)).isEqualTo(3);
            assertThat(view.takingsSince(START)).isEqualTo(Map.of("EUR", 369L, "PLN", 999L));
            assertThat(view.salesSince(START.plusMillis(1))).isZero();
            assertThat(view.takingsSince(START.plusMillis(1))).isEmpty();
        }
    }

    @Test
    void interventions_are_counted_by_cause_with_the_median_wait_of_the_first_acceptance() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            long position = 0;
            for (StoreEvent event : List.of(
                    raised("a", HelpCause.AGE_CHECK),
                    raised("b", HelpCause.AGE_CHECK),
                    raised("c", HelpCause.AGE_CHECK),
                    raised("d", HelpCause.AGE_CHECK),
                    raised("e", HelpCause.PAPER_OUT),
                    accepted("a", 4_000),
                    accepted("b", 9_500),
                    accepted("c", 30_000),
                    accepted("c", 60_000),
                    help(new HelpEvent.HelpWasSolved(START.plusSeconds(70), "c", "Anna", "looked")),
                    help(new HelpEvent.HelpWasCancelled(START, "d", Optional.empty())),
                    help(new HelpEvent.HelpClearedItself(START, "e")))) {
                position++;
                view.apply(position, event);
            }
            assertThat(view.interventionsSince(START))
                    .containsExactly(
                            new HubView.CauseFigures("AGE_CHECK", 4, 9_500),
                            new HubView.CauseFigures("PAPER_OUT", 1, 0));
        }
    }

    @Test
    void it_goes_on_where_it_stopped_and_takes_nothing_twice() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            view.apply(1, sale(1, "EUR", 119));
        }
        try (HubView view = HubView.open(folder, "j")) {
            assertThat(view.position()).isEqualTo(1);
            view.apply(1, sale(1, "EUR", 119));
            view.apply(2, sale(2, "EUR", 1));
            assertThat(view.salesSince(START)).isEqualTo(2);
        }
    }

    @Test
    void tables_of_another_journal_or_a_broken_file_are_made_anew() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            view.apply(1, sale(1, "EUR", 119));
        }
        try (HubView view = HubView.open(folder, "another")) {
            assertThat(view.position()).isZero();
            assertThat(view.salesSince(START)).isZero();
        }
        Files.write(folder.resolve("view.mv.db"), new byte[20_000]);
        try (HubView view = HubView.open(folder, "another")) {
            assertThat(view.position()).isZero();
            view.apply(1, sale(1, "EUR", 119));
            assertThat(view.salesSince(START)).isEqualTo(1);
        }
    }
}
