package org.samokasa.sim.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Finished;
import org.samokasa.devices.TerminalEvent.InDoubt;
import org.samokasa.devices.TerminalEvent.ReceiptText;
import org.samokasa.devices.TerminalEvent.Reversed;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions.Commit;

/**
 * Cuts the connection at every message of a payment and of a reversal and compares what the driver finds out with what
 * the terminal's own books say (payment-rules section 10).
 */
class ZvtBrokenLineTest {
    private static final long PRICE = 2310;

    static Stream<Arguments> terminals() {
        List<Arguments> all = new ArrayList<>();
        for (Commit commit : Commit.values()) {
            for (boolean lines : List.of(false, true)) {
                all.add(Arguments.of(commit, lines, EnumSet.noneOf(Quirk.class)));
            }
            all.add(Arguments.of(commit, false, EnumSet.of(Quirk.FINISHES_ALONE)));
            all.add(Arguments.of(commit, false, EnumSet.of(Quirk.RECEIPTS_BEFORE_RESULT)));
            all.add(Arguments.of(commit, false, EnumSet.of(Quirk.MISSING_OK, Quirk.TORN_MESSAGES)));
            all.add(Arguments.of(commit, false, EnumSet.of(Quirk.AUTO_REVERSAL_IS_A_TRANSACTION)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("terminals")
    void wherever_the_line_breaks_the_finding_is_the_truth(Commit commit, boolean lines, Set<Quirk> quirks) {
        int message = 1;
        int doubts = 0;
        int paid = 0;
        while (true) {
            Bench bench = Bench.with(
                            ZvtTerminalOptions.DEFAULT.withCommit(commit).withLineMode(lines))
                    .start();
            quirks.forEach(quirk -> bench.machine.quirk(quirk, true));
            Optional<TerminalTransaction> before = bench.driver.lastKnown();
            bench.machine.outcome(new Outcome.ApproveContactless());
            bench.machine.hangUpBefore(message);
            bench.pay("a1");
            if (bench.isInDoubt()) {
                doubts++;
                bench.enquire("a1", before);
                assertTruth(bench, quirks, commit + " cut before message " + message);
                paid += bench.findings().get(0) instanceof Finding.Paid ? 1 : 0;
            } else {
                // Only the last word of all may be lost without doubt: the terminal had already ended.
                assertThat(bench.all(Finished.class)).hasSize(1);
                assertThat(charged(bench)).isEqualTo(PRICE);
                if (bench.link.isOpen() && !wasCut(bench)) {
                    break;
                }
            }
            message++;
        }
        assertThat(doubts).isGreaterThan(12);
        // With each commit rule some breaks come after the money has moved, and some before.
        assertThat(paid).isBetween(3, doubts - 1);
    }

    private static void assertTruth(Bench bench, Set<Quirk> quirks, String where) {
        Finding finding = bench.findings().get(0);
        assertThat(bench.findings()).as(where).hasSize(1);
        long charged = charged(bench);
        assertThat(charged).as(where).isIn(0L, PRICE);
        if (finding instanceof Finding.Paid paid) {
            assertThat(charged).as(where).isEqualTo(PRICE);
            assertThat(paid.amount()).isEqualTo(new Amount(PRICE, "EUR"));
            assertThat(bench.all(ReceiptText.class)).as(where).hasSizeGreaterThanOrEqualTo(2);
            assertThat(bench.all(Finished.class)).as(where).hasSize(1);
        } else if (finding instanceof Finding.Unknown) {
            // Section 12.3: the last transaction is a reversal of a trace number that we never heard of.
            assertThat(quirks).as(where).contains(Quirk.AUTO_REVERSAL_IS_A_TRANSACTION);
            assertThat(bench.verdicts()).as(where).isEmpty();
        } else {
            assertThat(charged).as(where + ": " + finding).isZero();
        }
    }

    @Test
    void wherever_the_line_breaks_a_reversal_is_reversed_or_found_out() {
        int message = 1;
        int doubts = 0;
        while (true) {
            Bench bench = Bench.ready();
            bench.machine.outcome(new Outcome.ApproveContactless());
            bench.pay("a1");
            Optional<TerminalTransaction> before = bench.driver.lastKnown();
            bench.machine.hangUpBefore(message);
            bench.reverse("r1", "0319");
            if (!bench.isInDoubt()) {
                assertThat(bench.all(Reversed.class)).hasSize(1);
                assertThat(charged(bench)).isZero();
                if (!wasCut(bench)) {
                    break;
                }
            } else {
                doubts++;
                bench.enquire("r1", before);
                boolean undone = bench.findings().get(0) instanceof Finding.WasReversed;
                assertThat(charged(bench)).as("cut before " + message).isEqualTo(undone ? 0 : PRICE);
                if (!undone) {
                    assertThat(bench.findings()).containsExactly(new Finding.NotBooked());
                }
                // Asking again to reverse does no harm: already reversed counts as done.
                bench.reverse("r2", "0319");
                assertThat(bench.all(Reversed.class)).extracting(Reversed::done).containsExactly(true);
                assertThat(charged(bench)).isZero();
            }
            message++;
        }
        assertThat(doubts).isGreaterThan(6);
    }

    @Test
    void a_decline_whose_end_is_lost_is_not_paid() {
        for (int message = 1; message < 12; message++) {
            Bench bench = Bench.ready();
            Optional<TerminalTransaction> before = bench.driver.lastKnown();
            bench.machine.outcome(new Outcome.Decline(0x05));
            bench.machine.hangUpBefore(message);
            bench.pay("a1");
            if (bench.isInDoubt()) {
                bench.enquire("a1", before);
                assertThat(bench.findings()).containsExactly(new Finding.NotBooked());
            }
            assertThat(charged(bench)).isZero();
        }
    }

    @Test
    void the_terminal_loses_power_in_the_middle_and_remembers() {
        Bench bench =
                Bench.with(ZvtTerminalOptions.DEFAULT.withCommit(Commit.KEEP)).start();
        Optional<TerminalTransaction> before = bench.driver.lastKnown();
        bench.journal = event -> {};
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(PRICE, "EUR")));
        bench.run(Duration.ofSeconds(6));
        bench.machine.powerCycle();
        bench.run(Duration.ofSeconds(5));
        assertThat(bench.isInDoubt()).isTrue();
        bench.enquire("a1", before);
        assertThat(bench.findings().get(0)).isInstanceOf(Finding.Paid.class);
        assertThat(charged(bench)).isEqualTo(PRICE);
    }

    @Test
    void while_in_doubt_no_second_payment_begins() {
        Bench bench = Bench.ready();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.machine.hangUpBefore(6);
        bench.pay("a1").pay("a2");
        assertThat(bench.verdicts()).containsExactly(new Verdict.NotStarted("an earlier attempt is in doubt"));
        assertThat(bench.countCommands(0x06, 0x01)).isEqualTo(1);
    }

    @Test
    void a_line_that_stays_away_is_unknown_after_five_minutes_and_asked_again_later() {
        Bench bench = Bench.ready();
        Optional<TerminalTransaction> before = bench.driver.lastKnown();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.driver.pay(new PaymentRequest("a1", new Amount(PRICE, "EUR")));
        bench.run(Duration.ofMillis(2500));
        bench.link.farEnd().disconnect("cable pulled");
        bench.run(Duration.ofSeconds(1));
        assertThat(bench.all(InDoubt.class)).hasSize(1);
        bench.enquire("a1", before);
        assertThat(bench.findings().get(0)).isInstanceOf(Finding.Unknown.class);
        bench.link.farEnd().connect();
        bench.enquire("a1", before);
        assertThat(bench.findings().get(1)).isEqualTo(new Finding.NotBooked());
    }

    @Test
    void a_till_that_lost_its_memory_learns_the_truth_from_the_terminal_and_its_journal() {
        Bench bench =
                Bench.with(ZvtTerminalOptions.DEFAULT.withCommit(Commit.KEEP)).start();
        Optional<TerminalTransaction> before = bench.driver.lastKnown();
        bench.machine.outcome(new Outcome.ApproveContactless());
        bench.pay("a1");
        // Another process would ask like this about an attempt whose end it never saw.
        bench.enquire("a-from-the-journal", before);
        assertThat(bench.findings().get(0)).isInstanceOf(Finding.Paid.class);
        bench.enquire("a-from-the-journal", Optional.empty());
        assertThat(bench.findings().get(1)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_terminal_that_cannot_name_its_last_transaction_leaves_it_to_a_human() {
        for (Quirk quirk : List.of(Quirk.REPEAT_UNKNOWN, Quirk.REPEAT_WITHOUT_RESULT)) {
            Bench bench = new Bench(ZvtTerminalOptions.DEFAULT, ZvtOptions.DEFAULT);
            bench.machine.quirk(quirk, true);
            bench.start();
            assertThat(bench.driver.lastKnown()).isEmpty();
            bench.machine.outcome(new Outcome.ApproveContactless());
            bench.machine.hangUpBefore(8);
            bench.pay("a1");
            bench.enquire("a1", Optional.empty());
            assertThat(bench.findings().get(0)).isInstanceOf(Finding.Unknown.class);
        }
    }

    private static long charged(Bench bench) {
        return bench.machine.turnovers().stream()
                .filter(Turnover::isCharged)
                .filter(turnover -> turnover.minor() == PRICE)
                .mapToLong(Turnover::minor)
                .sum();
    }

    /** The till registers again after each loss of the line. */
    private static boolean wasCut(Bench bench) {
        return bench.countCommands(0x06, 0x00) > 1;
    }
}
