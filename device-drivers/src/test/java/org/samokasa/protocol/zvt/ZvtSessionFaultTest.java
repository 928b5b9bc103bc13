package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** Limits, wishes, refusals and broken lines: sections 4, 7.9 and 14, frames of section 17. */
class ZvtSessionFaultTest {
    private static final Bytes OK = Bytes.hex("80 00 00");

    private final SessionBench bench = new SessionBench();

    @Test
    void the_terminals_own_limit_counts_from_its_last_word() {
        bench.makePaying();
        bench.pt(ZvtExamples.F5);
        bench.pass(Duration.ofSeconds(59));
        assertThat(bench.notices(Notice.InDoubt.class)).isEmpty();
        bench.pt(ZvtExamples.F6);
        bench.pass(Duration.ofSeconds(179));
        assertThat(bench.notices(Notice.InDoubt.class)).isEmpty();
        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(bench.steps).anyMatch(Step.Restart.class::isInstance);
    }

    @Test
    void a_limit_of_one_minute_is_kept_and_one_of_sixteen_is_not_believed() {
        bench.makePaying();
        bench.pt(ZvtExamples.F5);
        bench.pass(Duration.ofSeconds(61));
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
        SessionBench other = new SessionBench();
        other.makePaying();
        other.pt("04 FF 02 17 16");
        other.pass(Duration.ofSeconds(181));
        assertThat(other.notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void a_question_that_moves_no_money_is_repeated_once_then_the_line_is_dropped() {
        bench.makeReady();
        bench.pass(Duration.ofSeconds(60));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F32);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F32, ZvtExamples.F32);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.sent()).hasSize(2);
        assertThat(bench.steps).anyMatch(Step.Restart.class::isInstance);
        assertThat(bench.notices(Notice.Condition.class).get(0).state()).isEqualTo(Notice.State.NO_ANSWER);
    }

    @Test
    void a_payment_without_an_answer_is_in_doubt_and_not_repeated() {
        bench.makeReady();
        bench.pay();
        bench.pass(Duration.ofSeconds(6));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F4);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
    }

    @Test
    void our_wish_to_stop_may_cross_a_word_of_the_terminal() {
        bench.makePaying();
        bench.pt(ZvtExamples.F5);
        bench.steps.clear();
        bench.take(bench.session.cancel("a1", bench.now));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F18);
        bench.pt(ZvtExamples.F6);
        assertThat(bench.sent()).containsExactly(ZvtExamples.F18, OK);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F16);
        bench.pt(ZvtExamples.F17);
        assertThat(bench.notices(Notice.Cancelled.class)).containsExactly(new Notice.Cancelled("a1", "6C"));
    }

    @Test
    void a_wish_before_the_answer_waits_for_it() {
        bench.makeReady();
        bench.pay();
        bench.take(bench.session.cancel("a1", bench.now));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F4);
        bench.pt("80 00 00");
        assertThat(bench.sent()).containsExactly(ZvtExamples.F4, ZvtExamples.F18);
    }

    @Test
    void a_wish_is_not_sent_while_an_approval_waits() {
        bench.makePaying();
        bench.pt(ZvtExamples.F7);
        bench.steps.clear();
        bench.take(bench.session.cancel("a1", bench.now));
        assertThat(bench.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"84 6B 00", "06 1E 01 6B"})
    void a_terminal_that_forgot_us_is_registered_and_asked_once_more(String refusal) {
        bench.makeReady();
        bench.pay();
        bench.pt(refusal);
        assertThat(bench.sent().get(bench.sent().size() - 1)).isEqualTo(ZvtExamples.F1);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F2);
        assertThat(bench.sent()).endsWith(OK, ZvtExamples.F4);
        bench.pt("84 6B 00");
        assertThat(bench.notices(Notice.NotStarted.class)).hasSize(1);
        assertThat(bench.notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void a_refusal_with_data_is_a_refusal() {
        // Section 15: 84 1E 01 7D.
        bench.makeReady();
        bench.pay();
        bench.pt("84 1E 01 7D");
        assertThat(bench.notices(Notice.NotStarted.class)).hasSize(1);
    }

    @Test
    void questions_we_did_not_offer_to_answer_are_refused_and_the_payment_goes_on() {
        bench.makePaying();
        for (String question : List.of("04 0D 00", "04 0E 00", "06 D0 00", "06 E4 00", "06 D8 00")) {
            bench.steps.clear();
            bench.pt(question);
            assertThat(bench.sent()).containsExactly(ZvtExamples.F19);
        }
        bench.pt(ZvtExamples.F36);
        assertThat(bench.sent()).endsWith(OK);
        assertThat(bench.notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void an_unknown_status_shows_its_own_text_or_none() {
        bench.makePaying();
        bench.pt("04 FF 0B FF 00 06 07 24 05 07 03 41 42 43");
        bench.pt("04 FF 01 77");
        assertThat(bench.notices(Notice.Prompted.class))
                .containsExactly(
                        new Notice.Prompted("a1", Notice.Prompt.OTHER, "ABC", false),
                        new Notice.Prompted("a1", Notice.Prompt.OTHER, "", false));
    }

    @Test
    void a_line_lost_in_the_middle_is_in_doubt_and_says_what_to_believe() {
        bench.makeApproved();
        bench.take(bench.session.onLost("reset", bench.now));
        assertThat(bench.notices(Notice.InDoubt.class))
                .singleElement()
                .satisfies(
                        doubt -> assertThat(doubt.why()).isEqualTo("reset; approved and acknowledged, probably paid"));
    }

    @Test
    void a_line_that_took_no_byte_leaves_no_doubt() {
        bench.makeReady();
        bench.pay();
        bench.take(bench.session.onNotSent(bench.now));
        assertThat(bench.notices(Notice.NotStarted.class)).hasSize(1);
        assertThat(bench.notices(Notice.InDoubt.class)).isEmpty();
    }

    @Test
    void a_reversal_is_written_as_in_f26() {
        bench.makeReady();
        bench.take(bench.session.reverse("r1", "0318", 2310, "EUR", bench.now));
        assertThat(bench.sent()).containsExactly(ZvtExamples.F26);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F27);
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.Reversed.class)).containsExactly(new Notice.Reversed("r1", true, ""));
        assertThat(bench.session.last().orElseThrow().trace()).isEqualTo("000420");
    }

    @Test
    void a_reversal_that_ends_without_a_result_is_in_doubt() {
        bench.makeReady();
        bench.take(bench.session.reverse("r1", "0318", 2310, "EUR", bench.now));
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F13);
        assertThat(bench.notices(Notice.InDoubt.class)).hasSize(1);
        assertThat(bench.notices(Notice.Reversed.class)).isEmpty();
    }

    @Test
    void an_old_answer_from_a_line_given_up_is_ignored() {
        bench.makePaying();
        bench.take(bench.session.onGarbage("noise", bench.now));
        bench.steps.clear();
        bench.pt(ZvtExamples.F7);
        assertThat(bench.steps).isEmpty();
    }

    @Test
    void every_cut_of_every_frame_leaves_a_session_that_can_be_used() {
        for (Bytes frame : ZvtExamples.ALL) {
            SessionBench test = new SessionBench();
            test.makePaying();
            test.pt(frame);
            test.take(test.session.onLost("cut", test.now));
            test.take(test.session.enquire("a1", 2310, "EUR", Optional.empty(), test.now));
            test.steps.clear();
            test.take(test.session.onOpened(test.now));
            assertThat(test.sent()).as(frame.toHex()).containsExactly(ZvtExamples.F1);
        }
    }

    /** Found by the soak, seed 7769991318724739697: the lane asked without a pause until the late answer came. */
    @Test
    void a_question_that_is_with_the_terminal_when_its_time_is_over_waits_quietly() {
        bench.makePaying();
        bench.take(bench.session.onLost("cut", bench.now));
        bench.take(bench.session.enquire("a1", 2310, "EUR", Optional.empty(), bench.now));
        bench.pass(Duration.ofMinutes(5).minusSeconds(2));
        bench.steps.clear();
        bench.makeReady();
        bench.now = bench.now.plusSeconds(3);
        bench.take(bench.session.poll(bench.now));
        assertThat(bench.notices(Notice.Found.class)).isEmpty();
        assertThat(bench.session.nextDue().orElseThrow()).isAfter(bench.now);
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.notices(Notice.Found.class)).hasSize(1);
    }
}
