package org.samokasa.sim.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Amount;
import org.samokasa.devices.Health;
import org.samokasa.devices.MachineTest;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TestReport;

/** Diagnosis and end of day: the shipped driver against the virtual terminal, byte for byte. */
class ZvtServiceTwinTest {
    private final Bench bench = Bench.ready();

    private TestReport test(MachineTest test) {
        bench.events.clear();
        bench.driver.test("t1", test);
        bench.run(Duration.ofMinutes(1));
        assertThat(bench.all(TerminalEvent.Tested.class)).hasSize(1);
        return bench.all(TerminalEvent.Tested.class).get(0).report();
    }

    private void pay() {
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
    }

    @Test
    void the_day_closes_with_what_was_paid_and_the_next_begins_at_nothing() {
        pay();
        TestReport report = test(MachineTest.END_OF_DAY);
        assertThat(report.passed()).as(report.detail()).isTrue();
        TestReport.Totals totals = report.totals().orElseThrow();
        assertThat(totals.shares()).anySatisfy(share -> {
            assertThat(share.scheme()).isEqualTo("Mastercard");
            assertThat(share.sum().minor()).isGreaterThanOrEqualTo(2310);
        });
        assertThat(totals.sum().minor())
                .isEqualTo(totals.shares().stream()
                        .mapToLong(share -> share.sum().minor())
                        .sum());
        assertThat(report.slip())
                .filteredOn(PaperLine.Text.class::isInstance)
                .extracting(line -> ((PaperLine.Text) line).text())
                .anyMatch(text -> text.contains("Kassenschnitt"));
        assertThat(test(MachineTest.END_OF_DAY).totals().orElseThrow().sum()).isEqualTo(new Amount(0, "EUR"));
    }

    @Test
    void what_belongs_to_a_closed_day_cannot_be_reversed_any_more() {
        pay();
        String receipt = bench.driver.lastKnown().orElseThrow().receiptNumber();
        test(MachineTest.END_OF_DAY);
        bench.reverse("a1", receipt);
        assertThat(bench.all(TerminalEvent.Reversed.class))
                .singleElement()
                .extracting(TerminalEvent.Reversed::done)
                .isEqualTo(false);
    }

    @Test
    void a_day_that_stays_open_says_so_and_keeps_its_figures() {
        bench.machine.quirk(Quirk.END_OF_DAY_FAILS, true);
        TestReport report = test(MachineTest.END_OF_DAY);
        assertThat(report.passed()).isFalse();
        assertThat(report.detail()).startsWith("77 ");
        assertThat(report.totals()).isEmpty();
    }

    @Test
    void a_terminal_that_waits_for_its_end_of_day_works_again_after_it() {
        bench.machine.status(0xF0);
        bench.run(Duration.ofMinutes(2));
        assertThat(bench.driver.health()).isInstanceOf(Health.Down.class);
        assertThat(test(MachineTest.END_OF_DAY).passed()).isTrue();
        bench.run(Duration.ofMinutes(1));
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_diagnosis_passes() {
        assertThat(test(MachineTest.DIAGNOSE).passed()).isTrue();
    }
}
