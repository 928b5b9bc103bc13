package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** A payment against frames written by hand: section 11, the example frames of section 17. */
class ZvtSessionTest {
    private static final Bytes OK = Bytes.hex("80 00 00");

    private final SessionBench bench = new SessionBench();

    @Test
    void registration_is_written_as_in_f1_and_followed_by_status_and_last_transaction() {
        bench.take(bench.session.onOpened(bench.now));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F1);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F2);
        assertThat(bench.sent()).endsWith(OK, ZvtExamples.F32);
        bench.pt("80 00 00");
        bench.pt(SessionBench.STATUS_READY);
        assertThat(bench.sent()).endsWith(OK, ZvtExamples.F29);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F7);
        bench.pt("06 0F 00");
        assertThat(bench.notices(Notice.Ready.class))
                .singleElement()
                .satisfies(
                        ready -> assertThat(ready.last().orElseThrow().trace()).isEqualTo("000418"));
    }

    @Test
    void a_payment_is_written_as_in_f4_and_its_approval_waits_for_us() {
        bench.makeReady();
        bench.pay();
        assertThat(bench.sent()).containsExactly(ZvtExamples.F4);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F5);
        bench.pt(ZvtExamples.F6);
        bench.steps.clear();
        bench.pt(ZvtExamples.F7);
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.notices(Notice.Approved.class)).hasSize(1);
        bench.take(bench.session.accept("a1", bench.now));
        assertThat(bench.sent()).containsExactly(OK);
    }

    @Test
    void a_receipt_is_told_before_it_is_acknowledged() {
        bench.makeApproved();
        bench.pt(ZvtExamples.F9);
        assertThat(bench.steps.get(0))
                .isInstanceOfSatisfying(
                        Step.Tell.class, tell -> assertThat(tell.notice()).isInstanceOf(Notice.Receipt.class));
        assertThat(bench.steps.get(1)).isEqualTo(new Step.Send(Response.OK, true));
        Notice.Receipt receipt = bench.notices(Notice.Receipt.class).get(0);
        assertThat(receipt.merchantCopy()).isFalse();
        assertThat(receipt.mustPrint()).isTrue();
        assertThat(receipt.lines().get(0))
                .isEqualTo(new Notice.ReceiptLine("Musterladen am Markt", true, false, false, 0));
        // 8859-1 was echoed in the completion of the registration.
        assertThat(receipt.lines().get(1).text()).isEqualTo("Hauptstraße 7, 12345 Musterort");
        assertThat(receipt.lines()).hasSize(12);
    }

    @Test
    void lines_make_a_receipt_blank_ones_and_feeds_included() {
        bench.makeApproved();
        bench.pt("06 D1 01 00");
        bench.pt(ZvtExamples.F10);
        bench.pt(ZvtExamples.F11);
        assertThat(bench.notices(Notice.Receipt.class)).isEmpty();
        bench.pt(ZvtExamples.F12);
        assertThat(bench.notices(Notice.Receipt.class))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.lines())
                        .containsExactly(
                                new Notice.ReceiptLine("", false, false, false, 0),
                                new Notice.ReceiptLine("* * * 23,10 EUR * * *", true, false, false, 0),
                                new Notice.ReceiptLine("", false, false, false, 3)));
    }

    @Test
    void a_receipt_without_its_last_line_is_told_at_the_end() {
        bench.makeApproved();
        bench.pt(ZvtExamples.F10);
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.Receipt.class)).hasSize(1);
        assertThat(bench.notices(Notice.Finished.class)).hasSize(1);
    }

    @Test
    void a_repeated_approval_is_acknowledged_without_asking_again() {
        bench.makeApproved();
        bench.pt(ZvtExamples.F7);
        assertThat(bench.sent()).containsExactly(OK);
        assertThat(bench.notices(Notice.Approved.class)).isEmpty();
    }

    @Test
    void another_approval_replaces_the_first_and_waits_again() {
        bench.makeApproved();
        bench.pt(ZvtExamples.F25);
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.notices(Notice.Approved.class))
                .singleElement()
                .satisfies(
                        approved -> assertThat(approved.result().amountMinor()).contains(500L));
    }

    @ParameterizedTest
    @CsvSource({"06 1E 01 6C", "06 1E 00"})
    void an_error_after_an_acknowledged_approval_is_a_contradiction(String end) {
        bench.makeApproved();
        bench.pt(end);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(bench.notices(Notice.Finished.class)).isEmpty();
    }

    @Test
    void a_negative_result_after_an_acknowledged_approval_is_a_contradiction() {
        bench.makeApproved();
        bench.pt(ZvtExamples.F16);
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void an_end_before_the_approval_was_acknowledged_is_in_doubt() {
        bench.makePaying();
        bench.pt(ZvtExamples.F7);
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
        bench.take(bench.session.accept("a1", bench.now));
        assertThat(bench.notices(Notice.Finished.class)).isEmpty();
    }

    @Test
    void a_refused_approval_whose_reversal_is_not_confirmed_is_in_doubt() {
        bench.makePaying();
        bench.pt(ZvtExamples.F7);
        bench.take(bench.session.refuse("a1", bench.now));
        assertThat(bench.sent()).contains(ZvtExamples.F23);
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void a_refused_approval_is_refused_again_when_it_is_repeated() {
        bench.makePaying();
        bench.pt(ZvtExamples.F7);
        bench.take(bench.session.refuse("a1", bench.now));
        bench.steps.clear();
        bench.pt(ZvtExamples.F7);
        assertThat(bench.sent()).containsExactly(ZvtExamples.F23);
    }

    @Test
    void a_verdict_nobody_takes_is_acknowledged_after_four_seconds() {
        bench.makePaying();
        bench.pt(ZvtExamples.F14);
        bench.pt(ZvtExamples.F15);
        assertThat(bench.notices(Notice.Declined.class)).hasSize(1);
        assertThat(bench.notices(Notice.Finished.class)).isEmpty();
        bench.pass(Duration.ofSeconds(4));
        assertThat(bench.notices(Notice.Finished.class)).hasSize(1);
    }

    @Test
    void a_terminal_fault_brings_its_own_words() {
        bench.makePaying();
        bench.pt(ZvtExamples.F38);
        assertThat(bench.notices(Notice.Declined.class))
                .containsExactly(new Notice.Declined("a1", "FF", "Leser blockiert"));
    }
}
