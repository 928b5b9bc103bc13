package org.samokasa.kiosk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;

/** The buttons of the technician's page against virtual machines: shipped drivers, their bytes, virtual time. */
class MachineTestsTest {
    private final VirtualLane lane = new VirtualLane(7);

    private void play(String script) {
        new ScenarioRunner(lane, Duration.ofSeconds(30)).run(Scenario.parse(script));
    }

    private Result test(String machine, TestKind kind) {
        lane.take(new StaffCommand.PinCompared(true));
        lane.take(new StaffCommand.TestMachine(machine, kind));
        lane.waitFor(Duration.ofSeconds(30));
        return lane.readings().tests().last().get(machine).result();
    }

    @Test
    void a_scale_is_weighed_once_and_tells_grams() {
        play("put produce-scale 785 g");
        lane.waitFor(Duration.ofSeconds(3));
        assertThat(test(Readings.PRODUCE_SCALE, TestKind.WEIGH)).isEqualTo(Result.of(Outcome.PASSED, "785 g, at rest"));
    }

    @Test
    void a_scale_that_is_gone_says_why() {
        play("unplug produce-scale");
        lane.waitFor(Duration.ofSeconds(10));
        Result result = test(Readings.PRODUCE_SCALE, TestKind.WEIGH);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).startsWith("NOT_CONNECTED");
    }

    @Test
    void a_test_page_comes_out_in_every_language_of_receipts_and_is_no_receipt() {
        assertThat(test(Readings.PRINTER, TestKind.PRINT_PAGE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(lane.printerMachine().textLines())
                .anySatisfy(line -> assertThat(line).contains("English"))
                .anySatisfy(line -> assertThat(line).contains("Polski"))
                .anySatisfy(line -> assertThat(line).contains("1.........2").hasSize(48));
    }

    @Test
    void a_terminal_closes_its_day_and_its_slip_is_printed() {
        Result result = test(Readings.TERMINAL, TestKind.END_OF_DAY);
        assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.PASSED);
        assertThat(result.lines().get(0)).matches("total [0-9]+\\.[0-9]{2} PLN");
        assertThat(lane.printerMachine().textLines())
                .anySatisfy(line -> assertThat(line).contains("Kassenschnitt"));
    }

    @Test
    void a_terminal_diagnosis_passes_and_what_a_machine_cannot_do_is_refused() {
        assertThat(test(Readings.TERMINAL, TestKind.DIAGNOSE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(test(Readings.SCANNER, TestKind.BEEP))
                .isEqualTo(Result.of(Outcome.REFUSED, "not offered by this machine"));
    }

    @Test
    void a_reader_shows_what_it_read_and_the_next_code_is_sold() {
        lane.take(new StaffCommand.PinCompared(true));
        lane.take(new StaffCommand.TestMachine(Readings.SCANNER, TestKind.READ));
        play("""
                scan MILK                         | ATTRACT
                scan MILK                         | SHOPPING 1 lines 3.49 PLN
                """);
    }
}
