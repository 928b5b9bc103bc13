package org.samokasa.sim.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.Health;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.TerminalEvent.Copy;
import org.samokasa.devices.TerminalEvent.Finished;
import org.samokasa.devices.TerminalEvent.Prompt;
import org.samokasa.devices.TerminalEvent.Prompted;
import org.samokasa.devices.TerminalEvent.Ready;
import org.samokasa.devices.TerminalEvent.ReceiptText;
import org.samokasa.devices.TerminalEvent.Reversed;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.ZvtCharset;
import org.samokasa.protocol.zvt.ZvtOptions;

/** Every ending of a payment, the shipped driver against the virtual terminal. */
class ZvtPaymentTest {
    private static final Bytes OK = Bytes.hex("80 00 00");

    @Test
    void it_registers_asks_for_the_status_and_reads_the_last_transaction() {
        Bench bench = Bench.ready();
        assertThat(bench.driver.health()).isInstanceOf(Health.Up.class);
        assertThat(bench.all(Ready.class))
                .singleElement()
                .satisfies(ready ->
                        assertThat(ready.last().orElseThrow().receiptNumber()).isEqualTo("0318"));
        assertThat(bench.driver.lastKnown().orElseThrow().traceNumber()).isEqualTo("000418");
        assertThat(bench.machine.isRegistered()).isTrue();
    }

    @Test
    void a_contactless_payment_is_told_accepted_printed_and_finished() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        Verdict.Approved approved = (Verdict.Approved) only(bench.verdicts());
        assertThat(approved.amount()).isEqualTo(new Amount(2310, "EUR"));
        assertThat(approved.transaction().receiptNumber()).isEqualTo("0319");
        assertThat(approved.card().maskedPan()).isEqualTo("541333******0104");
        assertThat(approved.card().entryMode()).isEqualTo("CONTACTLESS");
        assertThat(approved.card().cardholderCheck()).isEqualTo("NONE");
        assertThat(approved.card().applicationId()).isEqualTo("A0000000041010");
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.isInDoubt()).isFalse();
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999 + 2310);
        assertThat(bench.driver.lastKnown()).contains(approved.transaction());
    }

    @Test
    void the_terminal_hears_nothing_before_the_result_is_accepted() {
        Bench bench = Bench.ready();
        bench.journal = event -> {};
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(6));
        assertThat(bench.verdicts()).hasSize(1);
        long before = bench.count(OK);
        bench.run(Duration.ofSeconds(4));
        assertThat(bench.count(OK)).isEqualTo(before);
        bench.driver.acceptResult("a1");
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.count(OK)).isGreaterThan(before);
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.verdicts()).hasSize(1);
    }

    @Test
    void a_result_that_cannot_be_kept_is_reversed_by_the_terminal() {
        Bench bench = Bench.ready();
        bench.journal = event -> {
            if (event instanceof org.samokasa.devices.TerminalEvent.Result result) {
                bench.driver.refuseResult(result.attempt());
            }
        };
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.count(Bytes.hex("84 66 00"))).isEqualTo(1);
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999);
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(bench.isInDoubt()).isFalse();
    }

    @Test
    void a_result_nobody_takes_is_repeated_then_reversed_and_in_doubt() {
        Bench bench = Bench.ready();
        bench.journal = event -> {};
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        assertThat(bench.verdicts()).hasSize(1);
        assertThat(bench.isInDoubt()).isTrue();
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999);
    }

    @Test
    void chip_and_pin_says_so_and_sends_the_shopper_to_the_terminal() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.ApproveChipPin());
        bench.pay("a1");
        assertThat(prompts(bench)).contains(Prompt.PRESENT_CARD, Prompt.LOOK_AT_TERMINAL, Prompt.PROCESSING);
        Verdict.Approved approved = (Verdict.Approved) only(bench.verdicts());
        assertThat(approved.card().cardholderCheck()).isEqualTo("PIN");
        assertThat(approved.card().entryMode()).isEqualTo("CHIP");
    }

    @Test
    void a_tap_that_is_answered_with_insert_card_changes_the_prompt() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.TapThenInsert());
        bench.pay("a1");
        assertThat(prompts(bench)).containsSubsequence(Prompt.PRESENT_CARD, Prompt.PROCESSING, Prompt.INSERT_CARD);
        assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void texts_for_unattended_devices_are_given_word_for_word() {
        Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withGerman(true)).start();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        Prompted first = bench.all(Prompted.class).get(0);
        assertThat(first.text()).isEqualTo("Karte einstecken");
        assertThat(first.wordForWord()).isTrue();
        assertThat(bench.all(Prompted.class).get(2).wordForWord()).isFalse();
    }

    @Test
    void a_refusal_is_told_once_with_its_code() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.Decline(0x05));
        bench.pay("a1");
        assertThat(only(bench.verdicts())).isEqualTo(new Verdict.Declined("05", "refused by the host"));
        assertThat(bench.all(Finished.class)).hasSize(1);
        assertThat(only(bench.all(ReceiptText.class)).copy()).isEqualTo(Copy.CUSTOMER);
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999);
    }

    @Test
    void a_wrong_pin_before_the_right_one_is_no_verdict() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.WrongPinThenRight());
        bench.pay("a1");
        assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Approved.class);
        assertThat(prompts(bench)).contains(Prompt.ENTER_PIN);
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999 + 2310);
    }

    @Test
    void the_red_key_and_a_card_that_never_comes_look_the_same() {
        for (Outcome outcome : List.of(new Outcome.CancelKey(), new Outcome.NoCard())) {
            Bench bench = Bench.ready();
            bench.machine.outcome(outcome);
            bench.pay("a1");
            assertThat(only(bench.verdicts())).isEqualTo(new Verdict.Cancelled("6C"));
            assertThat(bench.all(Finished.class)).hasSize(1);
        }
    }

    @Test
    void the_terminal_waits_for_a_choice_as_long_as_it_waits_for_a_card() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(30));
        assertThat(bench.machine.waitsForCard()).isTrue();
        assertThat(bench.machine.display()).isEqualTo("EUR 23,10\nKarte bitte");
        assertThat(bench.verdicts()).isEmpty();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.run(Duration.ofSeconds(10));
        assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Approved.class);
        assertThat(bench.machine.display()).isEqualTo("Bereit");
    }

    @Test
    void the_till_may_say_how_long_to_wait_for_a_card() {
        ZvtOptions patient = ZvtOptions.DEFAULT.withCardWait(Duration.ofSeconds(90));
        Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, patient).start();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(80));
        assertThat(bench.machine.waitsForCard()).isTrue();
        bench.run(Duration.ofSeconds(15));
        assertThat(only(bench.verdicts())).isEqualTo(new Verdict.Cancelled("6C"));
    }

    @Test
    void a_part_is_reported_as_the_part_it_is() {
        Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withPartialApproval(true)).start();
        bench.machine.outcome(new Outcome.Partial(500));
        bench.pay("a1");
        assertThat(((Verdict.Approved) only(bench.verdicts())).amount()).isEqualTo(new Amount(500, "EUR"));
    }

    @Test
    void a_part_is_not_offered_to_a_till_that_did_not_ask_for_it() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.Partial(500));
        bench.pay("a1");
        assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Declined.class);
    }

    @Test
    void our_wish_to_stop_ends_a_payment_that_waits_for_a_card() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        bench.run(Duration.ofSeconds(5));
        bench.driver.cancel("a1");
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.countCommands(0x06, 0xB0)).isEqualTo(1);
        assertThat(only(bench.verdicts())).isEqualTo(new Verdict.Cancelled("6C"));
        assertThat(bench.all(Finished.class)).hasSize(1);
    }

    @Test
    void a_wish_to_stop_that_comes_too_late_loses_against_the_approval() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
        // The card came after two seconds, the bank is being asked.
        bench.run(Duration.ofMillis(2500));
        bench.driver.cancel("a1");
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.countCommands(0x06, 0xB0)).isEqualTo(1);
        assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Approved.class);
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999 + 2310);
    }

    @Test
    void a_terminal_that_refuses_or_ignores_the_wish_ends_as_it_likes() {
        for (Quirk quirk : List.of(Quirk.ABORT_REFUSED, Quirk.ABORT_IGNORED, Quirk.ABORT_WITHOUT_EFFECT)) {
            Bench bench = Bench.ready();
            bench.machine.quirk(quirk, true);
            bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
            bench.run(Duration.ofSeconds(5));
            bench.driver.cancel("a1");
            bench.run(Duration.ofSeconds(8));
            bench.machine.outcome(new Outcome.ApproveContactless());
            bench.run(Duration.ofSeconds(10));
            assertThat(only(bench.verdicts())).isInstanceOf(Verdict.Approved.class);
            assertThat(bench.isInDoubt()).isFalse();
        }
    }

    @Test
    void both_receipts_arrive_complete_and_unchanged_in_blocks_and_in_lines() {
        for (boolean lineMode : List.of(false, true)) {
            Bench bench = Bench.with(ZvtTerminalOptions.DEFAULT.withLineMode(lineMode))
                    .start();
            bench.machine.outcome(new Outcome.ApproveChipPin());
            bench.pay("a1");
            List<ReceiptText> receipts = bench.all(ReceiptText.class);
            assertThat(receipts).extracting(ReceiptText::copy).containsExactly(Copy.MERCHANT, Copy.CUSTOMER);
            assertThat(receipts.get(1).mustPrint()).isEqualTo(!lineMode);
            assertThat(texts(receipts.get(0))).contains("Händlerbeleg", "PIN geprüft");
            assertThat(texts(receipts.get(1)))
                    .contains("Kundenbeleg", "Terminal-ID                     52100477")
                    .contains("Karte                   ############0119", "")
                    .noneMatch(text -> text.contains("4761"));
        }
    }

    @Test
    void letters_survive_each_character_set() {
        for (ZvtCharset charset : List.of(ZvtCharset.CP437, ZvtCharset.ISO_8859_1, ZvtCharset.UTF_8)) {
            Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT.withCharset(charset)).start();
            bench.machine.outcome(new Outcome.ApproveChipPin());
            bench.pay("a1");
            assertThat(texts(bench.all(ReceiptText.class).get(0))).contains("Händlerbeleg");
        }
    }

    @Test
    void a_payment_is_reversed_by_its_receipt_number_once() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1").reverse("r1", "0319").reverse("r2", "0319");
        assertThat(bench.all(Reversed.class)).extracting(Reversed::done).containsExactly(true, true);
        assertThat(bench.all(Reversed.class).get(1).detail()).isEqualTo("B4 already reversed");
        assertThat(bench.machine.chargedMinor()).isEqualTo(1999);
        assertThat(bench.machine.turnovers()).hasSize(3);
    }

    @Test
    void an_unknown_receipt_is_not_reversed() {
        Bench bench = Bench.ready();
        bench.reverse("r1", "4711").reverse("r2", "12");
        assertThat(bench.all(Reversed.class)).extracting(Reversed::done).containsExactly(false, false);
        assertThat(bench.all(Reversed.class).get(0).detail()).isEqualTo("B5 reversal not possible");
    }

    @Test
    void zloty_and_other_currencies_work_when_both_ends_agree() {
        Bench bench = new Bench(ZvtTerminalOptions.DEFAULT.withCurrency("PLN"), ZvtOptions.DEFAULT.withCurrency("PLN"))
                .start();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(1234, "PLN")));
        bench.run(Duration.ofMinutes(1));
        assertThat(((Verdict.Approved) only(bench.verdicts())).amount()).isEqualTo(new Amount(1234, "PLN"));
    }

    @Test
    void a_payment_in_the_wrong_currency_does_not_start() {
        Bench bench = Bench.ready();
        bench.driver.pay(new PaymentRequest("a1", new Amount(2310, "PLN")));
        bench.run(Duration.ofSeconds(10));
        assertThat(only(bench.verdicts())).isEqualTo(new Verdict.NotStarted("wrong currency: the terminal has EUR"));
    }

    private static List<Prompt> prompts(Bench bench) {
        return bench.all(Prompted.class).stream().map(Prompted::prompt).toList();
    }

    private static List<String> texts(ReceiptText receipt) {
        return receipt.lines().stream()
                .filter(PaperLine.Text.class::isInstance)
                .map(line -> ((PaperLine.Text) line).text())
                .toList();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
