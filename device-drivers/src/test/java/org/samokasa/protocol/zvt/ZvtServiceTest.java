package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

/** Diagnosis and end of day that somebody asked for (sections 7.5, 7.8 and 11.10). */
class ZvtServiceTest {
    private static final Bytes DIAGNOSIS = Bytes.hex("06 70 00");

    private final SessionBench bench = new SessionBench();

    private Notice.Served served() {
        assertThat(bench.notices(Notice.Served.class)).hasSize(1);
        return bench.notices(Notice.Served.class).get(0);
    }

    private void serve(boolean endOfDay) {
        bench.take(bench.session.serve("t1", endOfDay, bench.now));
    }

    @Test
    void an_end_of_day_tells_its_totals_and_its_slip() {
        bench.makeReady();
        serve(true);
        assertThat(bench.sent()).containsExactly(ZvtExamples.F30);
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F31);
        bench.pt("06 D1 05 81 41 42 43 44");
        bench.pt("06 0F 00");
        Notice.Served served = served();
        assertThat(served.done()).isTrue();
        assertThat(served.lines()).extracting(Notice.ReceiptLine::text).containsExactly("ABCD");
        Notice.Turnover turnover = served.turnover().orElseThrow();
        assertThat(turnover.minor()).isEqualTo(20285);
        assertThat(turnover.currency()).isEqualTo("EUR");
        assertThat(turnover.totals().orElseThrow().shares().get(2)).isEqualTo(new TurnoverTotals.Share(6, 9955));
    }

    @Test
    void a_day_that_cannot_be_closed_says_why() {
        bench.makeReady();
        serve(true);
        bench.pt("80 00 00");
        bench.pt("06 1E 01 77");
        assertThat(served().done()).isFalse();
        assertThat(served().detail()).startsWith("77 ");
    }

    @Test
    void an_end_of_day_is_never_sent_twice() {
        bench.makeReady();
        serve(true);
        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.sent().stream().filter(ZvtExamples.F30::equals)).hasSize(1);
        assertThat(served().detail()).contains("the terminal's own journal");
    }

    @Test
    void a_diagnosis_is_repeated_once_and_may_set_our_clock() {
        bench.makeReady();
        serve(false);
        bench.pass(ZvtTimes.ANSWER);
        assertThat(bench.sent()).containsExactly(DIAGNOSIS, DIAGNOSIS);
        bench.pt("80 00 00");
        bench.pt("04 01 08 AA 31 11 06 0C 14 10 38");
        bench.pt("06 0F 00");
        assertThat(served().done()).isTrue();
    }

    @Test
    void nothing_of_it_happens_while_a_payment_runs_or_waits_to_be_accepted() {
        bench.makePaying();
        serve(true);
        assertThat(bench.sent()).isEmpty();
        assertThat(served().detail()).isEqualTo("the terminal is in use");
        bench.pt(ZvtExamples.F7);
        bench.steps.clear();
        serve(true);
        assertThat(bench.sent()).isEmpty();
        assertThat(served().done()).isFalse();
    }

    @Test
    void nothing_of_it_happens_while_an_attempt_is_in_doubt() {
        bench.makePaying();
        bench.take(bench.session.onLost("unplugged", bench.now));
        bench.take(bench.session.onOpened(bench.now));
        bench.steps.clear();
        serve(true);
        assertThat(bench.sent()).doesNotContain(ZvtExamples.F30);
        assertThat(served().detail()).isEqualTo("an earlier attempt is in doubt");
        bench.take(bench.session.enquire("a1", 2310, "EUR", Optional.empty(), bench.now));
        bench.steps.clear();
        serve(true);
        assertThat(served().done()).isFalse();
    }

    @Test
    void no_payment_begins_while_the_day_is_closed() {
        bench.makeReady();
        serve(true);
        bench.pt("80 00 00");
        bench.pay();
        assertThat(bench.notices(Notice.NotStarted.class)).hasSize(1);
    }

    @Test
    void a_terminal_that_takes_no_payments_until_its_day_is_closed_can_be_cured() {
        bench.take(bench.session.onOpened(bench.now));
        bench.pt("80 00 00");
        bench.pt(ZvtExamples.F2);
        bench.pt("80 00 00");
        bench.pt("06 0F 01 F0"); // end of day required
        assertThat(bench.notices(Notice.Condition.class))
                .last()
                .extracting(Notice.Condition::state)
                .isEqualTo(Notice.State.FAULT);
        bench.steps.clear();
        serve(true);
        assertThat(bench.sent()).containsExactly(ZvtExamples.F30);
    }

    @Test
    void without_a_line_it_says_so_at_once() {
        serve(false);
        assertThat(served().detail()).isEqualTo("not connected");
    }
}
