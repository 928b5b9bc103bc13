package org.samokasa.protocol.caisseap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.caisseap.CaisseAnswer.Outcome;
import org.samokasa.protocol.caisseap.CaisseMessage.Reading;

/** Vectors: the sheet on Caisse-AP, section 6. */
class CaisseMessageTest {
    private static final String REQUEST = "CZ0040300CJ012246810121416CA00207CB0042310CD0010CE003978BA0010";
    private static final String PAID =
            "CZ0040300CJ012246810121416CA00207CB0042310CD0010CE003978BA0010AE00210CC00300BCI0012"
                    + "AC006710426AA016999999######6104AI014A0000000041010CG0074501077";
    private static final String RED_KEY =
            "CZ0040300CJ012246810121416CA00207CB0042310CD0010CE003978BA0010AE00201AF00211";
    private static final String FIVE_CENT = "CZ0040300CJ012246810121416CA00207CB00205CD0010CE003978BA0010";
    private static final String VOUCHER =
            "CZ0040300CJ012246810121416CA00207CB0041500CD0010CE003978BF0011AE00210CC00300EAC006710427";

    private static CaisseRequest asked(long minor) {
        return new CaisseRequest("0300", "246810121416", 7, minor, "978", "");
    }

    private static CaisseAnswer answer(String text) {
        return new CaisseAnswer(whole(Bytes.ascii(text)));
    }

    private static CaisseMessage whole(Bytes bytes) {
        return ((Reading.Whole) CaisseMessage.read(bytes)).message();
    }

    @Test
    void requests_are_the_bytes_of_the_sheet() {
        assertThat(asked(2310).message().encode()).isEqualTo(Bytes.ascii(REQUEST));
        assertThat(REQUEST).hasSize(62);
        assertThat(asked(5).message().encode()).isEqualTo(Bytes.ascii(FIVE_CENT));
    }

    @Test
    void the_reference_is_sent_and_must_come_back() {
        CaisseRequest request = new CaisseRequest("0320", "246810121416", 99, 1, "978", "K07-1");
        assertThat(request.message().encode().toText(java.nio.charset.StandardCharsets.US_ASCII))
                .endsWith("CF005K07-1");
        assertThat(request.contradiction(request.message())).isEmpty();
        assertThat(request.contradiction(new CaisseRequest("0320", "246810121416", 99, 1, "978", "K07-2").message()))
                .contains("the answer repeats another CF");
    }

    @Test
    void paid_contactless() {
        assertThat(PAID).hasSize(146);
        CaisseAnswer answer = answer(PAID);
        assertThat(CaisseAnswer.isComplete(answer.message())).isTrue();
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.minor()).contains(2310L);
        assertThat(asked(2310).contradiction(answer.message())).isEmpty();
        var card = answer.settlement(2310, "EUR").card();
        assertThat(card.maskedPan()).isEqualTo("999999******6104");
        assertThat(card.name()).isEqualTo("CB");
        assertThat(card.entryMode()).isEqualTo("CONTACTLESS");
        assertThat(card.approvalCode()).isEqualTo("710426");
        assertThat(card.applicationId()).isEqualTo("A0000000041010");
        assertThat(answer.hasClearCardNumber()).isFalse();
    }

    @Test
    void the_red_key_is_no_payment() {
        assertThat(answer(RED_KEY).outcome()).isEqualTo(Outcome.STOPPED);
    }

    @Test
    void a_voucher_pays_a_part() {
        CaisseAnswer answer = answer(VOUCHER);
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.minor()).contains(1500L);
        assertThat(answer.settlement(1500, "EUR").card().name()).isEqualTo("Conecs");
    }

    @ParameterizedTest
    @CsvSource({
        "04,DECLINED",
        "05,DECLINED",
        "02,DECLINED",
        "06,STOPPED",
        "07,STOPPED",
        "08,STOPPED",
        "11,STOPPED",
        "09,DEFECT",
        "10,DEFECT",
        "12,DEFECT",
        "13,DEFECT",
        "00,DECLINED",
        "77,DECLINED"
    })
    void each_reason_has_its_outcome(String reason, Outcome outcome) {
        assertThat(answer(RED_KEY.replace("AF00211", "AF002" + reason)).outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AE00211", "AE00200", "AE00299", "AE00110"})
    void a_result_nobody_published_is_unclear(String result) {
        String text = RED_KEY.replace("AE00201", result).replace("AE00110", "AE0011");
        assertThat(answer(text).outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {REQUEST, PAID, RED_KEY, FIVE_CENT, VOUCHER})
    void every_prefix_waits_or_is_whole_and_says_nothing_else(String text) {
        Map<String, String> all = whole(Bytes.ascii(text)).fields();
        for (int cut = 0; cut < text.length(); cut++) {
            Reading reading = CaisseMessage.read(Bytes.ascii(text.substring(0, cut)));
            assertThat(reading).as("cut at %d", cut).isNotInstanceOf(Reading.Malformed.class);
            CaisseMessage read =
                    reading instanceof Reading.Cut half ? half.whole() : ((Reading.Whole) reading).message();
            assertThat(all.entrySet()).containsAll(read.fields().entrySet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CJ012246810121416",
                "CZ0040300CZ0040300",
                "CZ000",
                "CZ0A40300",
                "CZ0040300ca002",
                "Z",
                "CZ0040300CA002é1"
            })
    void what_breaks_the_format_is_malformed(String text) {
        assertThat(CaisseMessage.read(Bytes.copyOf(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void a_flood_is_malformed() {
        Bytes flood = Bytes.copyOf(new byte[CaisseMessage.SIZE_MAX + 1]);
        assertThat(CaisseMessage.read(flood)).isInstanceOf(Reading.Malformed.class);
    }

    /** The protocol has no check sum; what must hold all the same: no wrong bit makes money out of a refusal. */
    @Test
    void no_flipped_bit_turns_a_refusal_into_a_payment() {
        for (Bytes flipped : Split.flipped(Bytes.ascii(RED_KEY))) {
            if (CaisseMessage.read(flipped) instanceof Reading.Whole whole
                    && CaisseAnswer.isComplete(whole.message())) {
                assertThat(new CaisseAnswer(whole.message()).outcome()).isNotEqualTo(Outcome.DONE);
            }
        }
    }

    /** A payment hit by one wrong bit is taken for the amount asked, for less, or for nothing known; never for more. */
    @Test
    void no_flipped_bit_makes_an_answer_of_another_till_ours() {
        int accepted = 0;
        for (Bytes flipped : Split.flipped(Bytes.ascii(PAID))) {
            if (CaisseMessage.read(flipped) instanceof Reading.Whole whole
                    && CaisseAnswer.isComplete(whole.message())
                    && asked(2310).contradiction(whole.message()).isEmpty()) {
                accepted++;
                assertThat(whole.message().find("CE")).contains("978");
                assertThat(whole.message().find("CA")).contains("07");
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void fields_that_cannot_be_written_are_refused() {
        assertThatThrownBy(() -> CaisseMessage.EMPTY.with("C", "1")).hasMessageContaining("no field");
        assertThatThrownBy(() -> CaisseMessage.EMPTY.with("CA", "")).hasMessageContaining("no field");
        assertThatThrownBy(() -> CaisseMessage.EMPTY.with("CA", "1").with("CA", "2"))
                .hasMessageContaining("there already");
        assertThatThrownBy(() -> asked(0)).hasMessageContaining("no amount");
        assertThatThrownBy(() -> new CaisseRequest("0300", "short", 7, 1, "978", ""))
                .hasMessageContaining("till");
    }

    @Test
    void the_explainer_masks_and_names() {
        Map<String, Object> paid = CaisseExplainer.explain(Bytes.ascii(PAID.replace("######", "000000")));
        assertThat(paid.toString()).contains("999999******6104").doesNotContain("9999990000006104");
        assertThat(paid).containsEntry("outcome", "DONE").containsEntry("valid", true);
        Map<String, Object> cut = CaisseExplainer.explain(Bytes.ascii(PAID.substring(0, 140)));
        assertThat(cut).containsEntry("valid", false).containsEntry("error", "the last field is cut");
        assertThat(CaisseExplainer.explain(Bytes.EMPTY)).containsEntry("valid", false);
    }
}
