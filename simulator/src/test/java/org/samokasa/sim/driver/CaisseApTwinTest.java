package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.protocol.caisseap.CaisseOptions;
import org.samokasa.protocol.caisseap.CaisseSession;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.terminal.caisseap.CaisseApMachine;
import org.samokasa.sim.device.terminal.caisseap.CaisseApMachine.Trouble;
import org.samokasa.sim.device.terminal.caisseap.CaisseApOperator;

/** The Caisse-AP driver against its twin, in virtual time: every way in which a call can end. */
class CaisseApTwinTest {
    private static final Amount PRICE = new Amount(2310, "EUR");

    private final CaisseApMachine machine = new CaisseApMachine("terminal", Duration.ofSeconds(2));
    private final TwinBench<CallingTerminal> bench = new TwinBench<>(
            (name, link) -> new CallingTerminal(
                    name, List.of(link), new CaisseSession(CaisseOptions.DEFAULT.withTill("246810121416", 7))),
            MachineUnit.of("caisse-ap-terminal", machine, new CaisseApOperator(machine)));
    private final List<DeviceEvent> told = new ArrayList<>();

    private List<DeviceEvent> pay(String step, long seconds) {
        bench.step(step);
        return payNow(seconds);
    }

    private List<DeviceEvent> payNow(long seconds) {
        bench.told();
        bench.device.pay(new PaymentRequest("1-7-1", PRICE));
        bench.advanceSeconds(seconds);
        told.addAll(bench.told());
        return told;
    }

    private Verdict verdict() {
        return told.stream()
                .filter(TerminalEvent.Result.class::isInstance)
                .map(event -> ((TerminalEvent.Result) event).verdict())
                .reduce((one, other) -> {
                    throw new AssertionError("two verdicts: " + told);
                })
                .orElseThrow(() -> new AssertionError("no verdict: " + told));
    }

    private void assertInDoubtUntilAHumanLooks() {
        assertThat(told).hasAtLeastOneElementOfType(TerminalEvent.InDoubt.class);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Result.class, TerminalEvent.Finished.class);
        machine.heal();
        bench.advanceSeconds(30);
        bench.told();
        bench.device.pay(new PaymentRequest("1-7-2", PRICE));
        bench.advanceSeconds(1);
        assertThat(bench.told())
                .first()
                .satisfies(event -> assertThat(((TerminalEvent.Result) event).verdict())
                        .isEqualTo(new Verdict.NotStarted("an earlier attempt is in doubt")));
        bench.device.enquire(new Enquiry("1-7-1", PRICE, java.util.Optional.empty()));
        bench.advanceSeconds(1);
        assertThat(bench.told())
                .singleElement()
                .satisfies(event ->
                        assertThat(((TerminalEvent.Found) event).finding()).isInstanceOf(Finding.Unknown.class));
    }

    @Test
    void it_is_up_when_it_can_be_reached_and_down_when_not() {
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        assertThat(bench.told()).hasExactlyElementsOfTypes(TerminalEvent.Ready.class);
        bench.step("unplug terminal");
        bench.advanceSeconds(70);
        assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
        bench.device.pay(new PaymentRequest("1-7-1", PRICE));
        bench.advanceSeconds(1);
        told.addAll(bench.told());
        assertThat(verdict()).isInstanceOf(Verdict.NotStarted.class);
        bench.step("plug terminal");
        bench.advanceSeconds(20);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void an_approved_card_pays_and_finishes_after_acceptance() {
        pay("card approve", 5);
        Verdict.Approved approved = (Verdict.Approved) verdict();
        assertThat(approved.amount()).isEqualTo(PRICE);
        assertThat(approved.card().maskedPan()).isEqualTo("999999******6104");
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Finished.class);
        bench.device.acceptResult("1-7-1");
        bench.advanceSeconds(1);
        assertThat(bench.told()).hasExactlyElementsOfTypes(TerminalEvent.Finished.class);
        assertThat(machine.chargedMinor()).isEqualTo(2310);
        assertThat(machine.journal())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reference()).isEqualTo("1-7-1"));
    }

    @Test
    void a_ticket_comes_as_a_slip() {
        machine.trouble(Trouble.WITH_TICKET);
        pay("card approve", 5);
        bench.device.acceptResult("1-7-1");
        bench.advanceSeconds(1);
        assertThat(bench.told())
                .hasExactlyElementsOfTypes(TerminalEvent.ReceiptText.class, TerminalEvent.Finished.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card decline", "card cancel", "card timeout", "card decline 9"})
    void a_refusal_books_nothing_and_finishes(String step) {
        pay(step, 5);
        assertThat(verdict()).isNotInstanceOf(Verdict.Approved.class);
        assertThat(told).hasAtLeastOneElementOfType(TerminalEvent.Finished.class);
        assertThat(machine.chargedMinor()).isZero();
        told.clear();
        pay("card approve", 5);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void a_refused_message_calls_for_the_technician() {
        pay("card decline 13", 5);
        assertThat(verdict()).isEqualTo(new Verdict.NotStarted("currency not supported"));
        assertThat(bench.device.health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void nobody_shows_a_card() {
        payNow(90);
        assertThat(verdict()).isEqualTo(new Verdict.Cancelled("08"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {
                "CLOSES_BEFORE_ANSWER",
                "CLOSES_INSIDE_ANSWER",
                "OTHER_TILL",
                "OTHER_CURRENCY",
                "OTHER_PROTOCOL_ID",
                "PAYS_MORE",
                "ANSWERS_TAKEN",
                "VERSION_NOT_FIRST",
                "NEVER_ANSWERS"
            })
    void what_cannot_be_believed_is_in_doubt_and_needs_a_human(Trouble trouble) {
        machine.trouble(trouble);
        pay("card approve", 190);
        assertInDoubtUntilAHumanLooks();
        assertThat(machine.chargedMinor()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"ONE_BYTE_AT_A_TIME", "UNKNOWN_TAG"})
    void odd_and_right_answers_are_understood(Trouble trouble) {
        machine.trouble(trouble);
        pay("card approve", 60);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void a_smaller_amount_is_told_as_it_is() {
        machine.trouble(Trouble.PAYS_LESS);
        pay("card approve", 5);
        assertThat(((Verdict.Approved) verdict()).amount()).isEqualTo(new Amount(1155, "EUR"));
        bench.device.refuseResult("1-7-1");
        bench.advanceSeconds(1);
        told.clear();
        told.addAll(bench.told());
        assertInDoubtUntilAHumanLooks();
    }

    @Test
    void a_clear_card_number_is_masked_and_reported() {
        machine.trouble(Trouble.CLEAR_CARD_NUMBER);
        pay("card approve", 5);
        assertThat(((Verdict.Approved) verdict()).card().maskedPan()).isEqualTo("999999******6102");
        assertThat(bench.device.health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void power_lost_or_cable_pulled_during_the_dialogue_is_in_doubt() {
        payNow(1);
        bench.step("unplug terminal");
        bench.advanceSeconds(1);
        bench.step("plug terminal");
        told.addAll(bench.told());
        assertInDoubtUntilAHumanLooks();
    }

    @Test
    void a_wish_to_cancel_only_points_to_the_red_key() {
        payNow(1);
        bench.device.cancel("1-7-1");
        bench.step("card approve");
        bench.advanceSeconds(5);
        told.addAll(bench.told());
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void a_busy_terminal_that_drops_the_call_books_nothing() {
        bench.step("card busy");
        payNow(5);
        assertThat(verdict()).isEqualTo(new Verdict.NotStarted("not connected"));
        assertThat(machine.journal()).isEmpty();
    }

    @Test
    void it_cannot_reverse_and_says_so() {
        bench.told();
        bench.device.reverse(new ReversalRequest("1-7-1", "710426", PRICE));
        bench.advanceSeconds(1);
        assertThat(bench.told())
                .singleElement()
                .satisfies(event ->
                        assertThat(((TerminalEvent.Reversed) event).done()).isFalse());
    }

    @Test
    void after_a_restart_an_unknown_attempt_is_unknown() {
        bench.told();
        bench.device.enquire(new Enquiry("1-6-1", PRICE, java.util.Optional.empty()));
        bench.advanceSeconds(1);
        assertThat(bench.told()).hasExactlyElementsOfTypes(TerminalEvent.Found.class);
    }

    @Test
    void every_wire_fault_ends_in_the_right_verdict_or_in_doubt() {
        for (String fault :
                List.of("drop 1", "drop 30", "silent", "half", "garble", "duplicate", "flip 3", "late 200 s")) {
            CaisseApTwinTest fresh = new CaisseApTwinTest();
            fresh.bench.step("fault terminal " + fault);
            fresh.pay("card approve", 200);
            assertThat(fresh.told.stream()
                            .filter(event ->
                                    event instanceof TerminalEvent.InDoubt || event instanceof TerminalEvent.Result))
                    .as(fault)
                    .hasSize(1);
            assertThat(fresh.told)
                    .as(fault)
                    .noneMatch(event -> event instanceof TerminalEvent.Result result
                            && !(result.verdict() instanceof Verdict.Approved));
        }
    }
}
