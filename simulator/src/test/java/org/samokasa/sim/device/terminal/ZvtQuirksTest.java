package org.samokasa.sim.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Finished;
import org.samokasa.devices.TerminalEvent.InDoubt;
import org.samokasa.devices.TerminalEvent.ReceiptText;
import org.samokasa.devices.TerminalEvent.Result;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.VirtualMachine;

/** payment-zvt.md sections 14 and 15: what terminals get wrong and what the till makes of it. */
class ZvtQuirksTest {
    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "MISSING_OK",
                "DOUBLE_OK",
                "UNKNOWN_BITMAP_AT_END",
                "CONTAINER_OVERRUN",
                "LONG_LENGTHS",
                "TORN_MESSAGES",
                "RECEIPTS_BEFORE_RESULT",
                "SIGNATURE",
                "CLEAR_CARD_NUMBER",
                "REPEAT_WITHOUT_RESULT",
                "REPEAT_UNKNOWN",
                "STATUS_UNKNOWN",
                "FORGETS_REGISTRATION"
            })
    void a_payment_survives(Quirk quirk) {
        Bench bench = Bench.with(ZvtTerminalOptions.DEFAULT);
        bench.machine.quirk(quirk, true);
        bench.start();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.verdicts()).singleElement().isInstanceOf(Verdict.Approved.class);
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.isInDoubt()).isFalse();
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999 + 2310);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"UNKNOWN_BITMAP_IN_FRONT", "DAMAGED_AMOUNT"})
    void an_approval_that_cannot_be_read_is_refused_and_in_doubt(Quirk quirk) {
        Bench bench = Bench.ready();
        bench.machine.quirk(quirk, true);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.count(Bytes.hex("84 9A 00"))).isEqualTo(1);
        assertThat(bench.verdicts()).isEmpty();
        assertThat(bench.isInDoubt()).isTrue();
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999);
    }

    /** Found by the soak: the refusal of the first PIN was taken for the end of the payment, and the money was lost. */
    @Test
    void a_wrong_pin_is_not_the_result_of_a_payment_that_went_on_and_ended_without_one() {
        Bench bench = Bench.ready();
        var before = bench.driver.lastKnown();
        bench.machine.quirk(Quirk.NO_RESULT_AT_ALL, true);
        bench.machine.outcome(new Outcome.WrongPinThenRight());
        bench.pay("a1");
        assertThat(bench.verdicts()).isEmpty();
        assertThat(bench.isInDoubt()).isTrue();
        bench.machine.quirk(Quirk.NO_RESULT_AT_ALL, false);
        bench.enquire("a1", before);
        assertThat(bench.findings()).singleElement().isInstanceOf(Finding.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"RESULT_WITHOUT_CODE", "NO_RESULT_AT_ALL"})
    void an_end_without_a_result_proves_nothing_until_the_terminal_is_asked(Quirk quirk) {
        Bench bench = Bench.ready();
        var before = bench.driver.lastKnown();
        bench.machine.quirk(quirk, true);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.verdicts()).isEmpty();
        assertThat(bench.isInDoubt()).isTrue();
        bench.machine.quirk(quirk, false);
        bench.enquire("a1", before);
        assertThat(bench.findings()).singleElement().isInstanceOf(Finding.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"NO_END_AFTER_DECLINE", "NO_RESULT_BEFORE_ABORT"})
    void a_refusal_may_come_in_half(Quirk quirk) {
        Bench bench = Bench.ready();
        bench.machine.quirk(quirk, true);
        bench.machine.outcome(new Outcome.Decline(0x33));
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        // Ten seconds of grace, far less than T4.
        bench.run(Duration.ofSeconds(25));
        assertThat(bench.verdicts()).containsExactly(new Verdict.Declined("33", "refused by the host"));
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.isInDoubt()).isFalse();
    }

    @Test
    void a_signature_is_visible_in_the_result_and_in_the_health() {
        Bench bench = Bench.ready();
        bench.machine.quirk(Quirk.SIGNATURE, true);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        Verdict.Approved approved = (Verdict.Approved) bench.verdicts().get(0);
        assertThat(approved.card().cardholderCheck()).isEqualTo("SIGNATURE");
        assertThat(bench.driver.health())
                .isInstanceOfSatisfying(
                        Health.Degraded.class,
                        degraded -> assertThat(degraded.detail()).contains("signature"));
    }

    @Test
    void a_clear_card_number_is_masked_everywhere_and_reported() {
        Bench bench = Bench.ready();
        bench.machine.quirk(Quirk.CLEAR_CARD_NUMBER, true);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.events.toString()).doesNotContain("5413330089000104").contains("541333******0104");
        assertThat(bench.all(ReceiptText.class).get(1).lines().toString()).contains("541333******0104");
        assertThat(bench.driver.health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void a_busy_terminal_is_asked_again_for_a_minute_and_no_longer() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.machine.status(0x9C);
        bench.run(Duration.ofSeconds(70));
        assertThat(bench.countCommands(0x06, 0x01)).isBetween(29L, 32L);
        assertThat(bench.verdicts()).containsExactly(new Verdict.NotStarted("9C please wait"));
        assertThat(bench.driver.health())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.cause()).isEqualTo(Health.Cause.BUSY));
        bench.machine.status(0x00);
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_terminal_that_was_busy_for_a_moment_takes_the_payment() {
        Bench bench = Bench.ready();
        bench.machine.status(0x9C);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(5));
        bench.machine.status(0x00);
        bench.run(Duration.ofSeconds(20));
        assertThat(bench.verdicts()).singleElement().isInstanceOf(Verdict.Approved.class);
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999 + 2310);
    }

    @Test
    void a_wish_to_stop_ends_the_waiting_for_a_busy_terminal() {
        Bench bench = Bench.ready();
        bench.machine.status(0x9C);
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(5));
        bench.driver.cancel("a1");
        bench.run(Duration.ofSeconds(1));
        assertThat(bench.verdicts()).singleElement().isInstanceOf(Verdict.NotStarted.class);
    }

    @Test
    void a_line_lost_while_the_terminal_only_said_busy_leaves_no_doubt() {
        Bench bench = Bench.ready();
        bench.machine.status(0x9C);
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(5));
        bench.link.farEnd().disconnect("cable pulled");
        bench.run(Duration.ofSeconds(1));
        assertThat(bench.verdicts()).containsExactly(new Verdict.NotStarted("not connected"));
        assertThat(bench.isInDoubt()).isFalse();
    }

    @Test
    void a_silent_terminal_is_never_sent_the_payment_twice() {
        Bench bench = Bench.ready();
        bench.machine.quirk(Quirk.SILENT, true);
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(60));
        assertThat(bench.countCommands(0x06, 0x01)).isEqualTo(1);
        assertThat(bench.all(InDoubt.class)).hasSize(1);
        assertThat(bench.link.farEnd().restarts()).isPositive();
        assertThat(bench.driver.health()).isInstanceOf(Health.Down.class);
    }

    @Test
    void a_terminal_that_hangs_up_after_each_command_stays_usable() {
        Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withKeepOpen(false));
        bench.machine.quirk(Quirk.HANGS_UP_WHEN_DONE, true);
        bench.start();
        bench.run(Duration.ofSeconds(30));
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.verdicts()).singleElement().isInstanceOf(Verdict.Approved.class);
        assertThat(bench.isInDoubt()).isFalse();
        assertThat(bench.countCommands(0x06, 0x00)).isEqualTo(1);
        assertThat(bench.events.stream().filter(HealthChanged.class::isInstance))
                .hasSize(1);
    }

    @Test
    void it_is_asked_how_it_is_every_minute() {
        Bench bench = Bench.ready();
        long before = bench.countCommands(0x05, 0x01);
        bench.run(Duration.ofMinutes(10));
        assertThat(bench.countCommands(0x05, 0x01) - before).isBetween(9L, 10L);
    }

    @Test
    void a_terminal_that_asks_for_initialisation_or_diagnosis_gets_it() {
        for (int status : List.of(0x51, 0xC2, 0x62)) {
            Bench bench = Bench.with(ZvtTerminalOptions.DEFAULT);
            bench.machine.status(status);
            bench.start();
            assertThat(bench.countCommands(0x06, status == 0x51 ? 0x93 : 0x70)).isEqualTo(1);
            assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
        }
    }

    @Test
    void a_terminal_out_of_order_is_down_until_it_is_not() {
        Bench bench = Bench.with(ZvtTerminalOptions.DEFAULT);
        bench.machine.status(0xDF);
        bench.start();
        assertThat(bench.driver.health()).isInstanceOfSatisfying(Health.Down.class, down -> {
            assertThat(down.cause()).isEqualTo(Health.Cause.FAULT);
            assertThat(down.detail()).isEqualTo("out of order");
        });
        bench.pay("a1");
        assertThat(bench.verdicts()).containsExactly(new Verdict.NotStarted("out of order"));
        bench.machine.status(0x00);
        bench.run(Duration.ofSeconds(40));
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void wrong_settings_are_named() {
        Bench currency = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withCurrency("PLN")).start();
        assertThat(((Health.Down) currency.driver.health()).detail()).contains("the terminal has EUR");
        Bench password = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withPassword("123456")).start();
        assertThat(((Health.Down) password.driver.health()).cause()).isEqualTo(Health.Cause.SETTINGS);
    }

    @Test
    void a_terminal_that_was_never_there_is_not_connected() {
        Bench bench = Bench.ready();
        bench.link.farEnd().disconnect("cable pulled");
        bench.run(Duration.ofSeconds(1));
        assertThat(((Health.Down) bench.driver.health()).cause()).isEqualTo(Health.Cause.NOT_CONNECTED);
        bench.pay("a1");
        assertThat(bench.verdicts()).singleElement().isInstanceOf(Verdict.NotStarted.class);
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.isInDoubt()).isFalse();
    }

    @Test
    void garbage_from_the_terminal_opens_a_new_connection() {
        Bench bench = Bench.ready();
        bench.link.farEnd().send(Bytes.ascii("HTTP/1.1 400 Bad Request\r\n"));
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.link.farEnd().restarts()).isEqualTo(1);
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void what_nobody_asked_for_is_answered_and_changes_nothing() {
        Bench bench = Bench.ready();
        int before = bench.events.size();
        for (String message : List.of("80 00 00", "84 83 00", "06 0F 00", "06 1E 01 6C", "04 FF 01 0A", "04 0D 00")) {
            bench.link.farEnd().send(Bytes.hex(message));
            bench.run(Duration.ofMillis(10));
        }
        assertThat(bench.events).hasSize(before);
        assertThat(bench.count(Bytes.hex("84 83 00"))).isEqualTo(1);
        assertThat(bench.link.isOpen()).isTrue();
    }

    @Test
    void a_second_payment_waits_for_nobody() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(1));
        bench.driver.pay(new PaymentRequest("a2", new Amount(500, "EUR")));
        bench.run(Duration.ofSeconds(1));
        Result refused = bench.all(Result.class).get(0);
        assertThat(refused.attempt()).isEqualTo("a2");
        assertThat(refused.verdict()).isEqualTo(new Verdict.NotStarted("the terminal is in use"));
    }

    @Test
    void impossible_amounts_are_not_sent() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(0, "EUR")));
        bench.driver.pay(new PaymentRequest("a2", new Amount(1_000_000_000_000L, "EUR")));
        bench.driver.pay(new PaymentRequest("a3", new Amount(1, "ZZZ")));
        bench.run(Duration.ofSeconds(1));
        assertThat(bench.verdicts()).hasSize(3).allMatch(Verdict.NotStarted.class::isInstance);
        assertThat(bench.countCommands(0x06, 0x01)).isZero();
    }

    @Test
    void a_receipt_is_acknowledged_only_after_it_was_told() {
        Bench bench = Bench.ready();
        Bytes ok = Bytes.hex("80 00 00");
        bench.machine.outcome(new Outcome.ApproveContactless());
        java.util.List<Long> acknowledgedBefore = new java.util.ArrayList<>();
        bench.journal = event -> {
            if (event instanceof Result result) {
                bench.driver.acceptResult(result.attempt());
            } else if (event instanceof ReceiptText) {
                // At this moment the terminal still waits for the answer to its receipt.
                acknowledgedBefore.add(bench.count(ok));
            }
        };
        bench.pay("a1");
        assertThat(acknowledgedBefore).hasSize(2);
        assertThat(acknowledgedBefore.get(1)).isEqualTo(acknowledgedBefore.get(0) + 1);
    }

    @Test
    void the_terminal_survives_any_bytes() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Bench bench = Bench.ready();
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[random.nextInt(1, 40)];
                random.nextBytes(noise);
                if (random.nextBoolean()) {
                    // Often enough something that looks like a command.
                    noise[0] = 0x06;
                }
                bench.machine.receive(Bytes.copyOf(noise), bench.now);
            }
            bench.machine.powerCycle();
            bench.run(Duration.ofMinutes(5));
            assertThat(bench.driver.health()).as("seed " + seed).isInstanceOf(Health.Up.class);
        }
    }

    @Test
    void the_driver_survives_any_bytes() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Bench bench = Bench.ready();
            for (int i = 0; i < 100; i++) {
                byte[] noise = new byte[random.nextInt(1, 60)];
                random.nextBytes(noise);
                noise[0] = (byte) (random.nextBoolean() ? 0x06 : 0x04);
                if (noise.length > 2) {
                    noise[1] = (byte) (random.nextBoolean() ? 0x0F : 0xD3);
                    noise[2] = (byte) (noise.length - 3);
                }
                bench.link.farEnd().send(Bytes.copyOf(noise));
                bench.run(Duration.ofMillis(100));
            }
            bench.run(Duration.ofMinutes(5));
            assertThat(bench.driver.health().usable()).as("seed " + seed).isTrue();
        }
    }

    @Test
    void a_machine_without_a_wire_says_nothing() {
        VirtualMachine machine = new ZvtTerminalMachine(ZvtTerminalOptions.DEFAULT);
        machine.receive(Bytes.hex("06 00 00"), Bench.ready().now);
        assertThat(machine.nextDue()).isEmpty();
    }
}
