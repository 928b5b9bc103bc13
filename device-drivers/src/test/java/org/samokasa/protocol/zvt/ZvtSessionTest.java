package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** The session against frames written by hand: sections 4, 11 and 14, the example frames of section 17. */
class ZvtSessionTest {
    private static final Bytes OK = Bytes.hex("80 00 00");
    private static final String STATUS_READY = "06 0F 01 00";

    private final List<Step> steps = new ArrayList<>();
    private final ZvtSession session = new ZvtSession(ZvtOptions.DEFAULT.withPassword("102030"));
    private Instant now = Instant.parse("2031-11-06T13:10:00Z");

    @Test
    void registration_is_written_as_in_f1_and_followed_by_status_and_last_transaction() {
        take(session.onOpened(now));
        assertThat(sent()).containsExactly(ZvtExamples.F1);
        pt("80 00 00");
        pt(ZvtExamples.F2);
        assertThat(sent()).endsWith(OK, ZvtExamples.F32);
        pt("80 00 00");
        pt(STATUS_READY);
        assertThat(sent()).endsWith(OK, ZvtExamples.F29);
        pt("80 00 00");
        pt(ZvtExamples.F7);
        pt("06 0F 00");
        assertThat(notices(Notice.Ready.class))
                .singleElement()
                .satisfies(
                        ready -> assertThat(ready.last().orElseThrow().trace()).isEqualTo("000418"));
    }

    @Test
    void a_payment_is_written_as_in_f4_and_its_approval_waits_for_us() {
        makeReady();
        pay();
        assertThat(sent()).containsExactly(ZvtExamples.F4);
        pt("80 00 00");
        pt(ZvtExamples.F5);
        pt(ZvtExamples.F6);
        steps.clear();
        pt(ZvtExamples.F7);
        assertThat(sent()).isEmpty();
        assertThat(notices(Notice.Approved.class)).hasSize(1);
        take(session.accept("a1", now));
        assertThat(sent()).containsExactly(OK);
    }

    @Test
    void a_receipt_is_told_before_it_is_acknowledged() {
        makeApproved();
        pt(ZvtExamples.F9);
        assertThat(steps.get(0))
                .isInstanceOfSatisfying(
                        Step.Tell.class, tell -> assertThat(tell.notice()).isInstanceOf(Notice.Receipt.class));
        assertThat(steps.get(1)).isEqualTo(new Step.Send(Response.OK, true));
        Notice.Receipt receipt = notices(Notice.Receipt.class).get(0);
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
        makeApproved();
        pt("06 D1 01 00");
        pt(ZvtExamples.F10);
        pt(ZvtExamples.F11);
        assertThat(notices(Notice.Receipt.class)).isEmpty();
        pt(ZvtExamples.F12);
        assertThat(notices(Notice.Receipt.class))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.lines())
                        .containsExactly(
                                new Notice.ReceiptLine("", false, false, false, 0),
                                new Notice.ReceiptLine("* * * 23,10 EUR * * *", true, false, false, 0),
                                new Notice.ReceiptLine("", false, false, false, 3)));
    }

    @Test
    void a_receipt_without_its_last_line_is_told_at_the_end() {
        makeApproved();
        pt(ZvtExamples.F10);
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.Receipt.class)).hasSize(1);
        assertThat(notices(Notice.Finished.class)).hasSize(1);
    }

    @Test
    void a_repeated_approval_is_acknowledged_without_asking_again() {
        makeApproved();
        pt(ZvtExamples.F7);
        assertThat(sent()).containsExactly(OK);
        assertThat(notices(Notice.Approved.class)).isEmpty();
    }

    @Test
    void another_approval_replaces_the_first_and_waits_again() {
        makeApproved();
        pt(ZvtExamples.F25);
        assertThat(sent()).isEmpty();
        assertThat(notices(Notice.Approved.class))
                .singleElement()
                .satisfies(
                        approved -> assertThat(approved.result().amountMinor()).contains(500L));
    }

    @ParameterizedTest
    @CsvSource({"06 1E 01 6C", "06 1E 00"})
    void an_error_after_an_acknowledged_approval_is_a_contradiction(String end) {
        makeApproved();
        pt(end);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(notices(Notice.Finished.class)).isEmpty();
    }

    @Test
    void a_negative_result_after_an_acknowledged_approval_is_a_contradiction() {
        makeApproved();
        pt(ZvtExamples.F16);
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void an_end_before_the_approval_was_acknowledged_is_in_doubt() {
        makePaying();
        pt(ZvtExamples.F7);
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
        take(session.accept("a1", now));
        assertThat(notices(Notice.Finished.class)).isEmpty();
    }

    @Test
    void a_refused_approval_whose_reversal_is_not_confirmed_is_in_doubt() {
        makePaying();
        pt(ZvtExamples.F7);
        take(session.refuse("a1", now));
        assertThat(sent()).contains(ZvtExamples.F23);
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void a_refused_approval_is_refused_again_when_it_is_repeated() {
        makePaying();
        pt(ZvtExamples.F7);
        take(session.refuse("a1", now));
        steps.clear();
        pt(ZvtExamples.F7);
        assertThat(sent()).containsExactly(ZvtExamples.F23);
    }

    @Test
    void a_verdict_nobody_takes_is_acknowledged_after_four_seconds() {
        makePaying();
        pt(ZvtExamples.F14);
        pt(ZvtExamples.F15);
        assertThat(notices(Notice.Declined.class)).hasSize(1);
        assertThat(notices(Notice.Finished.class)).isEmpty();
        pass(Duration.ofSeconds(4));
        assertThat(notices(Notice.Finished.class)).hasSize(1);
    }

    @Test
    void a_terminal_fault_brings_its_own_words() {
        makePaying();
        pt(ZvtExamples.F38);
        assertThat(notices(Notice.Declined.class)).containsExactly(new Notice.Declined("a1", "FF", "Leser blockiert"));
    }

    @Test
    void the_terminals_own_limit_counts_from_its_last_word() {
        makePaying();
        pt(ZvtExamples.F5);
        pass(Duration.ofSeconds(59));
        assertThat(notices(Notice.InDoubt.class)).isEmpty();
        pt(ZvtExamples.F6);
        pass(Duration.ofSeconds(179));
        assertThat(notices(Notice.InDoubt.class)).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(steps).anyMatch(Step.Restart.class::isInstance);
    }

    @Test
    void a_limit_of_one_minute_is_kept_and_one_of_sixteen_is_not_believed() {
        makePaying();
        pt(ZvtExamples.F5);
        pass(Duration.ofSeconds(61));
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
        ZvtSessionTest other = new ZvtSessionTest();
        other.makePaying();
        other.pt("04 FF 02 17 16");
        other.pass(Duration.ofSeconds(181));
        assertThat(other.notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void a_question_that_moves_no_money_is_repeated_once_then_the_line_is_dropped() {
        makeReady();
        pass(Duration.ofSeconds(60));
        assertThat(sent()).containsExactly(ZvtExamples.F32);
        pass(Duration.ofSeconds(5));
        assertThat(sent()).containsExactly(ZvtExamples.F32, ZvtExamples.F32);
        pass(Duration.ofSeconds(5));
        assertThat(sent()).hasSize(2);
        assertThat(steps).anyMatch(Step.Restart.class::isInstance);
        assertThat(notices(Notice.Condition.class).get(0).state()).isEqualTo(Notice.State.NO_ANSWER);
    }

    @Test
    void a_payment_without_an_answer_is_in_doubt_and_not_repeated() {
        makeReady();
        pay();
        pass(Duration.ofSeconds(6));
        assertThat(sent()).containsExactly(ZvtExamples.F4);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void our_wish_to_stop_may_cross_a_word_of_the_terminal() {
        makePaying();
        pt(ZvtExamples.F5);
        steps.clear();
        take(session.cancel("a1", now));
        assertThat(sent()).containsExactly(ZvtExamples.F18);
        pt(ZvtExamples.F6);
        assertThat(sent()).containsExactly(ZvtExamples.F18, OK);
        pt("80 00 00");
        pt(ZvtExamples.F16);
        pt(ZvtExamples.F17);
        assertThat(notices(Notice.Cancelled.class)).containsExactly(new Notice.Cancelled("a1", "6C"));
    }

    @Test
    void a_wish_before_the_answer_waits_for_it() {
        makeReady();
        pay();
        take(session.cancel("a1", now));
        assertThat(sent()).containsExactly(ZvtExamples.F4);
        pt("80 00 00");
        assertThat(sent()).containsExactly(ZvtExamples.F4, ZvtExamples.F18);
    }

    @Test
    void a_wish_is_not_sent_while_an_approval_waits() {
        makePaying();
        pt(ZvtExamples.F7);
        steps.clear();
        take(session.cancel("a1", now));
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"84 6B 00", "06 1E 01 6B"})
    void a_terminal_that_forgot_us_is_registered_and_asked_once_more(String refusal) {
        makeReady();
        pay();
        pt(refusal);
        assertThat(sent().get(sent().size() - 1)).isEqualTo(ZvtExamples.F1);
        pt("80 00 00");
        pt(ZvtExamples.F2);
        assertThat(sent()).endsWith(OK, ZvtExamples.F4);
        pt("84 6B 00");
        assertThat(notices(Notice.NotStarted.class)).hasSize(1);
        assertThat(notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void a_refusal_with_data_is_a_refusal() {
        // Section 15: 84 1E 01 7D.
        makeReady();
        pay();
        pt("84 1E 01 7D");
        assertThat(notices(Notice.NotStarted.class)).hasSize(1);
    }

    @Test
    void questions_we_did_not_offer_to_answer_are_refused_and_the_payment_goes_on() {
        makePaying();
        for (String question : List.of("04 0D 00", "04 0E 00", "06 D0 00", "06 E4 00", "06 D8 00")) {
            steps.clear();
            pt(question);
            assertThat(sent()).containsExactly(ZvtExamples.F19);
        }
        pt(ZvtExamples.F36);
        assertThat(sent()).endsWith(OK);
        assertThat(notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void an_unknown_status_shows_its_own_text_or_none() {
        makePaying();
        pt("04 FF 0B FF 00 06 07 24 05 07 03 41 42 43");
        pt("04 FF 01 77");
        assertThat(notices(Notice.Prompted.class))
                .containsExactly(
                        new Notice.Prompted("a1", Notice.Prompt.OTHER, "ABC", false),
                        new Notice.Prompted("a1", Notice.Prompt.OTHER, "", false));
    }

    @Test
    void a_line_lost_in_the_middle_is_in_doubt_and_says_what_to_believe() {
        makeApproved();
        take(session.onLost("reset", now));
        assertThat(notices(Notice.InDoubt.class))
                .singleElement()
                .satisfies(
                        doubt -> assertThat(doubt.why()).isEqualTo("reset; approved and acknowledged, probably paid"));
    }

    @Test
    void a_line_that_took_no_byte_leaves_no_doubt() {
        makeReady();
        pay();
        take(session.onNotSent(now));
        assertThat(notices(Notice.NotStarted.class)).hasSize(1);
        assertThat(notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void a_reversal_is_written_as_in_f26() {
        makeReady();
        take(session.reverse("r1", "0318", 2310, "EUR", now));
        assertThat(sent()).containsExactly(ZvtExamples.F26);
        pt("80 00 00");
        pt(ZvtExamples.F27);
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.Reversed.class)).containsExactly(new Notice.Reversed("r1", true, ""));
        assertThat(session.last().orElseThrow().trace()).isEqualTo("000420");
    }

    @Test
    void a_reversal_that_ends_without_a_result_is_in_doubt() {
        makeReady();
        take(session.reverse("r1", "0318", 2310, "EUR", now));
        pt("80 00 00");
        pt(ZvtExamples.F13);
        assertThat(notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(notices(Notice.Reversed.class)).isEmpty();
    }

    @Test
    void an_old_answer_from_a_line_given_up_is_ignored() {
        makePaying();
        take(session.onGarbage("noise", now));
        steps.clear();
        pt(ZvtExamples.F7);
        assertThat(steps).isEmpty();
    }

    @Test
    void every_cut_of_every_frame_leaves_a_session_that_can_be_used() {
        for (Bytes frame : ZvtExamples.ALL) {
            ZvtSessionTest test = new ZvtSessionTest();
            test.makePaying();
            test.pt(frame);
            test.take(test.session.onLost("cut", test.now));
            test.take(test.session.enquire("a1", 2310, "EUR", Optional.empty(), test.now));
            test.steps.clear();
            test.take(test.session.onOpened(test.now));
            assertThat(test.sent()).as(frame.toHex()).containsExactly(ZvtExamples.F1);
        }
    }

    private void makeReady() {
        take(session.onOpened(now));
        pt("80 00 00");
        pt(ZvtExamples.F2);
        pt("80 00 00");
        pt(STATUS_READY);
        pt("80 00 00");
        pt("04 0F 0D 27 00 04 00 00 00 00 19 99 0B 00 04 17");
        pt("06 0F 00");
        assertThat(notices(Notice.Ready.class)).hasSize(1);
        steps.clear();
    }

    private void pay() {
        take(session.pay("a1", 2310, "EUR", now));
    }

    private void makePaying() {
        makeReady();
        pay();
        pt("80 00 00");
        steps.clear();
    }

    private void makeApproved() {
        makePaying();
        pt(ZvtExamples.F7);
        take(session.accept("a1", now));
        steps.clear();
    }

    private void pt(String frame) {
        pt(Bytes.hex(frame));
    }

    private void pt(Bytes frame) {
        take(session.onApdu(ZvtExamples.apdu(frame), now));
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        Optional<Instant> due = session.nextDue();
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get();
            take(session.poll(now));
            due = session.nextDue();
        }
        now = end;
        take(session.poll(now));
    }

    private void take(List<Step> news) {
        steps.addAll(news);
    }

    private List<Bytes> sent() {
        return steps.stream()
                .filter(Step.Send.class::isInstance)
                .map(step -> ((Step.Send) step).apdu().encode())
                .toList();
    }

    private <T extends Notice> List<T> notices(Class<T> kind) {
        return steps.stream()
                .filter(Step.Tell.class::isInstance)
                .map(step -> ((Step.Tell) step).notice())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
