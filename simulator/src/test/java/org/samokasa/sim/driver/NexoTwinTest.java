package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.MachineTest;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.devices.TestReport;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.nexo.NexoOptions;
import org.samokasa.protocol.nexo.NexoSession;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalMachine;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalOperator;
import org.samokasa.sim.device.terminal.nexo.NexoTrouble;

/** The nexo driver against its twin, in virtual time: every way in which a payment can end. */
class NexoTwinTest {
    private static final NexoKey KEY = NexoKey.derive("kiosk-demo-passphrase-01", "kioskdemo", 1);
    private static final Amount PRICE = new Amount(2310, "EUR");

    private final NexoTerminalMachine machine =
            new NexoTerminalMachine("terminal", "P400Plus-900000017", KEY, Duration.ofSeconds(2), new Random(7));
    private final Random random = new Random(8);
    private final TwinBench<CallingTerminal> bench = connected();
    private final List<DeviceEvent> told = new ArrayList<>();

    NexoTwinTest() {
        bench.advanceSeconds(1);
    }

    /** A driver that remembers nothing, at the same terminal. */
    private TwinBench<CallingTerminal> connected() {
        return new TwinBench<>(
                2,
                (name, links) -> new CallingTerminal(
                        name,
                        links,
                        new NexoSession(new NexoOptions("KIOSK07", "P400Plus-900000017", "EUR", KEY, this::nonce))),
                MachineUnit.of("nexo-terminal", machine, new NexoTerminalOperator(machine)));
    }

    private Bytes nonce() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return Bytes.copyOf(nonce);
    }

    private void pay(String step, long seconds) {
        bench.told();
        if (!step.isEmpty()) {
            bench.step(step);
        }
        bench.device.pay(new PaymentRequest("1-7-1", PRICE));
        run(seconds);
    }

    private void run(long seconds) {
        bench.advanceSeconds(seconds);
        told.addAll(bench.told());
    }

    private <T extends TerminalEvent> T only(Class<T> kind) {
        List<T> all = told.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(all).as("one %s in %s", kind.getSimpleName(), told).hasSize(1);
        return all.get(0);
    }

    private Verdict verdict() {
        return only(TerminalEvent.Result.class).verdict();
    }

    private Finding enquire(long seconds) {
        bench.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
        run(seconds);
        return only(TerminalEvent.Found.class).finding();
    }

    @Test
    void it_is_up_after_its_first_diagnosis_and_down_when_gone() {
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        run(1);
        assertThat(told).hasExactlyElementsOfTypes(TerminalEvent.Ready.class);
        bench.step("unplug terminal");
        bench.advanceSeconds(80);
        assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
        bench.step("plug terminal");
        bench.advanceSeconds(20);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        machine.trouble(NexoTrouble.MAINTENANCE);
        bench.advanceSeconds(70);
        assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
    }

    private TestReport diagnose() {
        told.clear();
        bench.device.test("t1", MachineTest.DIAGNOSE);
        run(5);
        return only(TerminalEvent.Tested.class).report();
    }

    @Test
    void a_diagnosis_on_request_asks_for_the_host_too() {
        assertThat(bench.device.tests()).containsExactly(MachineTest.DIAGNOSE);
        assertThat(diagnose().passed()).isTrue();
        machine.trouble(NexoTrouble.UNREACHABLE_HOST);
        assertThat(diagnose().detail()).isEqualTo("the host cannot be reached");
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_diagnosis_is_refused_while_a_payment_runs_and_fails_when_nobody_answers() {
        pay("", 5);
        assertThat(diagnose().detail()).isEqualTo("the terminal is in use");
        NexoTwinTest gone = new NexoTwinTest();
        gone.bench.step("unplug terminal");
        gone.told.clear();
        gone.bench.device.test("t1", MachineTest.DIAGNOSE);
        gone.run(60);
        assertThat(gone.only(TerminalEvent.Tested.class).report().passed()).isFalse();
    }

    @Test
    void an_approved_card_pays_and_brings_its_slips_after_acceptance() {
        pay("card approve", 5);
        assertThat(((Verdict.Approved) verdict()).amount()).isEqualTo(PRICE);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Finished.class);
        told.clear();
        bench.device.acceptResult("1-7-1");
        run(1);
        assertThat(told)
                .hasExactlyElementsOfTypes(
                        TerminalEvent.ReceiptText.class, TerminalEvent.ReceiptText.class, TerminalEvent.Finished.class);
        assertThat(machine.charged()).isEqualByComparingTo("23.10");
    }

    @Test
    void refusals_book_nothing() {
        for (String step : List.of("card decline", "card cancel", "card busy")) {
            NexoTwinTest fresh = new NexoTwinTest();
            fresh.pay(step, 5);
            assertThat(fresh.verdict()).isNotInstanceOf(Verdict.Approved.class);
            fresh.only(TerminalEvent.Finished.class);
            assertThat(fresh.machine.charged()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void a_wish_to_cancel_aborts_on_the_second_line() {
        pay("", 5);
        assertThat(machine.waitsForCard()).isTrue();
        bench.device.cancel("1-7-1");
        run(2);
        assertThat(verdict()).isEqualTo(new Verdict.Cancelled("Aborted"));
    }

    @Test
    void an_approval_wins_against_a_late_wish() {
        pay("card approve", 5);
        bench.device.cancel("1-7-1");
        run(5);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = NexoTrouble.class,
            names = {
                "CLOSES_BEFORE_ANSWER",
                "CLOSES_INSIDE_ANSWER",
                "NEVER_ANSWERS",
                "WRONG_HMAC",
                "OTHER_KEY_VERSION",
                "SWAPPED_HEADER",
                "IN_CLEAR",
                "CLEAR_REJECT",
                "OTHER_SERVICE_ID"
            })
    void a_lost_or_forged_answer_is_in_doubt_until_the_terminal_proves_it_paid(NexoTrouble trouble) {
        machine.trouble(trouble);
        pay("card approve", 200);
        only(TerminalEvent.InDoubt.class);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Result.class, TerminalEvent.Finished.class);
        machine.heal();
        assertThat(((Finding.Paid) enquire(60)).amount()).isEqualTo(PRICE);
        only(TerminalEvent.Finished.class);
        assertThat(machine.bookings()).hasSize(1);
    }

    @Test
    void nothing_is_paid_while_something_is_in_doubt() {
        machine.trouble(NexoTrouble.CLOSES_BEFORE_ANSWER);
        pay("card approve", 10);
        told.clear();
        bench.device.pay(new PaymentRequest("1-7-2", PRICE));
        run(1);
        assertThat(verdict()).isEqualTo(new Verdict.NotStarted("an earlier attempt is in doubt"));
    }

    @Test
    void a_declined_payment_whose_answer_was_lost_is_not_taken_for_an_approved_one() {
        machine.trouble(NexoTrouble.CLOSES_BEFORE_ANSWER);
        pay("card decline", 10);
        assertThat(enquire(10)).isEqualTo(new Finding.Declined("Refusal"));
    }

    @Test
    void still_running_is_asked_until_it_ends() {
        pay("", 1);
        bench.step("unplug terminal");
        bench.advanceSeconds(1);
        bench.step("plug terminal");
        run(1);
        only(TerminalEvent.InDoubt.class);
        bench.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
        run(20);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Found.class);
        bench.step("card approve");
        run(20);
        assertThat(only(TerminalEvent.Found.class).finding()).isInstanceOf(Finding.Paid.class);
    }

    @Test
    void unknown_to_the_terminal_is_believed_after_four_times() {
        told.clear();
        bench.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
        run(25);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Found.class);
        run(10);
        assertThat(only(TerminalEvent.Found.class).finding()).isInstanceOf(Finding.NotBooked.class);
    }

    @Test
    void a_terminal_that_stays_away_needs_a_human() {
        pay("", 1);
        bench.step("unplug terminal");
        run(1);
        assertThat(enquire(400)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_reject_with_our_key_proves_that_nothing_began() {
        machine.trouble(NexoTrouble.REJECT);
        pay("", 5);
        assertThat(verdict()).isInstanceOf(Verdict.NotStarted.class);
        assertThat(machine.bookings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = NexoTrouble.class,
            names = {"UNREACHABLE_HOST", "INVENTED_CONDITION"})
    void a_failure_that_proves_nothing_needs_a_human(NexoTrouble trouble) {
        machine.trouble(trouble);
        pay("card approve", 10);
        only(TerminalEvent.InDoubt.class);
        assertThat(enquire(400)).isInstanceOf(Finding.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = NexoTrouble.class,
            names = {"PAYS_LESS", "OTHER_CURRENCY", "SIGNATURE"})
    void what_the_shop_refuses_is_taken_back_at_once(NexoTrouble trouble) {
        machine.trouble(trouble);
        pay("card approve", 5);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
        bench.device.refuseResult("1-7-1");
        run(1);
        only(TerminalEvent.InDoubt.class);
        assertThat(enquire(20)).isInstanceOf(Finding.WasReversed.class);
        assertThat(machine.charged()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    /** Found by the soak, seed 1363331427222591441: a disk was full when the approval came, and the lane was restarted. */
    @Test
    void what_was_taken_back_before_a_restart_is_not_found_paid() {
        pay("card approve", 5);
        bench.device.refuseResult("1-7-1");
        run(20);
        bench.step("unplug terminal");
        TwinBench<CallingTerminal> restarted = connected();
        restarted.advanceSeconds(1);
        restarted.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
        restarted.advanceSeconds(20);
        assertThat(restarted.told())
                .filteredOn(TerminalEvent.Found.class::isInstance)
                .singleElement()
                .extracting(found -> ((TerminalEvent.Found) found).finding())
                .isInstanceOf(Finding.WasReversed.class);
    }

    @Test
    void a_refused_reversal_needs_a_human() {
        machine.trouble(NexoTrouble.PAYS_LESS);
        machine.trouble(NexoTrouble.REVERSAL_REFUSED);
        pay("card approve", 5);
        bench.device.refuseResult("1-7-1");
        run(1);
        assertThat(enquire(20)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_wished_reversal_is_asked_for_before_it_is_sent_again() {
        pay("card approve", 5);
        String receipt = ((Verdict.Approved) verdict()).transaction().receiptNumber();
        bench.device.acceptResult("1-7-1");
        run(1);
        for (int i = 0; i < 2; i++) {
            told.clear();
            bench.device.reverse(new ReversalRequest("1-7-1", receipt, PRICE));
            run(10);
            assertThat(only(TerminalEvent.Reversed.class).done()).isTrue();
        }
        assertThat(machine.charged()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void one_byte_at_a_time_is_understood() {
        machine.trouble(NexoTrouble.ONE_BYTE_AT_A_TIME);
        pay("card approve", 30);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void a_clear_card_number_is_masked_and_reported() {
        machine.trouble(NexoTrouble.CLEAR_CARD_NUMBER);
        pay("card approve", 5);
        assertThat(((Verdict.Approved) verdict()).card().maskedPan()).isEqualTo("999999******6102");
        assertThat(bench.device.health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void every_wire_fault_ends_in_the_right_verdict_or_in_doubt() {
        for (String fault :
                List.of("drop 1", "drop 400", "silent", "half", "garble", "duplicate", "flip 4000", "late 200 s")) {
            NexoTwinTest fresh = new NexoTwinTest();
            fresh.bench.step("fault terminal " + fault);
            fresh.pay("card approve", 200);
            long ends = fresh.told.stream()
                    .filter(event -> event instanceof TerminalEvent.InDoubt || event instanceof TerminalEvent.Result)
                    .count();
            assertThat(ends).as(fault).isEqualTo(1);
            if (fresh.told.stream().anyMatch(TerminalEvent.InDoubt.class::isInstance)) {
                fresh.bench.step("heal terminal");
                assertThat(fresh.enquire(300)).as(fault).isInstanceOf(Finding.Paid.class);
            }
            assertThat(fresh.machine.bookings()).as(fault).hasSize(1);
        }
    }
}
