package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.zvt.Notice.Finding;

/** payment-zvt.md section 12.3, step 5. */
class FindingRuleTest {
    private static final Instant STARTED = Instant.parse("2031-11-06T13:10:00Z");
    private static final Instant NOW = STARTED.plusSeconds(60);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZvtTransaction BEFORE = new ZvtTransaction("52100477", "000417", "0317", "1106", "120000");
    private static final ZvtTransaction NEW = new ZvtTransaction("52100477", "000418", "0318", "1106", "141030");

    @Test
    void a_new_transaction_with_our_amount_is_paid() {
        assertThat(judge(result(0, 2310L, NEW, ""), BEFORE)).isInstanceOf(Finding.Paid.class);
    }

    @Test
    void the_transaction_of_before_means_not_booked_whatever_its_amount_and_even_when_it_was_a_reversal() {
        assertThat(judge(result(0, 2310L, BEFORE, ""), BEFORE)).isEqualTo(new Finding.NotBooked());
        assertThat(judge(result(0, 99L, BEFORE, "000400"), BEFORE)).isEqualTo(new Finding.NotBooked());
    }

    @Test
    void numbers_that_wrapped_are_new() {
        ZvtTransaction wrapped = new ZvtTransaction("52100477", "000001", "0001", "1106", "141030");
        assertThat(judge(result(0, 2310L, wrapped, ""), BEFORE)).isInstanceOf(Finding.Paid.class);
    }

    @Test
    void a_new_refusal_with_our_amount_is_declined() {
        assertThat(judge(result(5, 2310L, NEW, ""), BEFORE)).isEqualTo(new Finding.Declined("05"));
    }

    @Test
    void another_amount_or_currency_proves_nothing() {
        assertThat(judge(result(0, 2311L, NEW, ""), BEFORE)).isInstanceOf(Finding.Unknown.class);
        assertThat(judge(result(0, null, NEW, ""), BEFORE)).isInstanceOf(Finding.Unknown.class);
        ZvtResult francs = new ZvtResult(0, Optional.of(2310L), "CHF", NEW, Optional.empty(), card());
        assertThat(judge(francs, BEFORE)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void without_a_yardstick_nothing_is_proven_unless_we_saw_the_trace() {
        ZvtResult approved = result(0, 2310L, NEW, "");
        assertThat(judge(approved, null)).isInstanceOf(Finding.Unknown.class);
        assertThat(judge(approved, null, memory(true, "000418"))).isInstanceOf(Finding.Paid.class);
    }

    @Test
    void a_reversal_counts_when_it_undoes_what_we_know() {
        ZvtResult ofOurs = result(0, 2310L, new ZvtTransaction("52100477", "000419", "0319", "", ""), "000418");
        assertThat(judge(ofOurs, BEFORE, memory(true, "000418"))).isEqualTo(new Finding.WasReversed());
        assertThat(judge(ofOurs, BEFORE, memory(true, null))).isInstanceOf(Finding.Unknown.class);
        ZvtResult ofTheOneBefore = result(0, 2310L, NEW, "000417");
        assertThat(judge(ofTheOneBefore, BEFORE, memory(false, null))).isEqualTo(new Finding.WasReversed());
        assertThat(judge(ofTheOneBefore, BEFORE, memory(true, null))).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_terminal_that_names_nothing_leaves_it_open() {
        ZvtTransaction nameless = new ZvtTransaction("52100477", "", "0000", "", "");
        assertThat(judge(result(0, 2310L, nameless, ""), BEFORE)).isInstanceOf(Finding.Unknown.class);
        assertThat(FindingRule.judge(question(BEFORE), Optional.empty(), Optional.empty(), Optional.empty(), NOW))
                .isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void another_terminal_proves_nothing() {
        ZvtTransaction elsewhere = new ZvtTransaction("52100478", "000418", "0318", "1106", "141030");
        assertThat(judge(result(0, 2310L, elsewhere, ""), BEFORE)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_clock_may_be_ten_minutes_off_and_not_an_hour() {
        assertThat(judgeAt("1106", "140030")).isInstanceOf(Finding.Paid.class);
        assertThat(judgeAt("1106", "142030")).isInstanceOf(Finding.Paid.class);
        assertThat(judgeAt("1106", "131000")).isInstanceOf(Finding.Unknown.class);
        assertThat(judgeAt("1105", "141030")).isInstanceOf(Finding.Unknown.class);
        assertThat(judgeAt("9999", "141030")).isInstanceOf(Finding.Unknown.class);
        assertThat(judgeAt("", "")).isInstanceOf(Finding.Paid.class);
    }

    @Test
    void the_turn_of_the_year_is_no_obstacle() {
        Instant midnight = Instant.parse("2031-12-31T22:59:50Z");
        Optional<Knowledge.Attempt> memory = Optional.of(new Knowledge.Attempt("a1", true, midnight, Optional.empty()));
        for (String date : new String[] {"1231", "0101"}) {
            String time = date.equals("1231") ? "235955" : "000010";
            ZvtTransaction transaction = new ZvtTransaction("52100477", "000418", "0318", date, time);
            assertThat(FindingRule.judge(
                            question(BEFORE),
                            Optional.of(result(0, 2310L, transaction, "")),
                            memory,
                            Optional.of(BERLIN),
                            midnight.plusSeconds(60)))
                    .isInstanceOf(Finding.Paid.class);
        }
    }

    private static Finding judgeAt(String date, String time) {
        ZvtTransaction transaction = new ZvtTransaction("52100477", "000418", "0318", date, time);
        return judge(result(0, 2310L, transaction, ""), BEFORE, memory(true, null));
    }

    private static Finding judge(ZvtResult found, ZvtTransaction before) {
        return judge(found, before, Optional.empty());
    }

    private static Finding judge(ZvtResult found, ZvtTransaction before, Optional<Knowledge.Attempt> memory) {
        return FindingRule.judge(question(before), Optional.of(found), memory, Optional.of(BERLIN), NOW);
    }

    private static EnquiryTask.Question question(ZvtTransaction before) {
        return new EnquiryTask.Question("a1", 2310, "EUR", Optional.ofNullable(before), NOW);
    }

    private static Optional<Knowledge.Attempt> memory(boolean payment, String trace) {
        return Optional.of(new Knowledge.Attempt("a1", payment, STARTED, Optional.ofNullable(trace)));
    }

    private static ZvtResult result(int code, Long minor, ZvtTransaction transaction, String original) {
        Optional<String> reversed = original.isEmpty() ? Optional.empty() : Optional.of(original);
        return new ZvtResult(code, Optional.ofNullable(minor), "EUR", transaction, reversed, card());
    }

    private static ZvtResult.Card card() {
        return new ZvtResult.Card("", "", "", "", "", "");
    }
}
