package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

/** The faults of payment-zvt.md section 14 that concern bitmaps and containers. */
class FieldsTest {
    @Test
    void an_amount_whose_nibble_is_no_digit_is_no_amount() {
        Fields fields = Fields.read(Bytes.hex("27 00 04 00 00 00 00 2A 10"));
        assertThat(fields.amountMinor()).isEmpty();
        assertThat(fields.damaged()).containsExactly(Fields.AMOUNT);
        assertThat(fields.octet(Fields.RESULT)).contains(0);
    }

    @Test
    void the_largest_amount_is_read_in_full() {
        assertThat(Fields.read(Bytes.hex("04 99 99 99 99 99 99")).amountMinor()).contains(999_999_999_999L);
    }

    @Test
    void what_stands_before_an_unknown_bitmap_is_kept_and_what_follows_is_dropped() {
        Fields fields = Fields.read(Bytes.hex("27 00 04 00 00 00 00 23 10 92 01 02"));
        assertThat(fields.amountMinor()).contains(2310L);
        assertThat(fields.unread()).contains("unknown bitmap 92");
        assertThat(fields.damaged()).isEmpty();
    }

    @Test
    void an_unknown_bitmap_in_front_hides_everything() {
        Fields fields = Fields.read(Bytes.hex("92 27 00 04 00 00 00 00 23 10"));
        assertThat(fields.octet(Fields.RESULT)).isEmpty();
        assertThat(fields.unread()).isPresent();
    }

    @Test
    void a_length_that_is_not_decimal_stops_the_reading() {
        Fields fields = Fields.read(Bytes.hex("27 00 8B F1 7A 41 41"));
        assertThat(fields.octet(Fields.RESULT)).contains(0);
        assertThat(fields.damaged()).containsExactly(Fields.CARD_NAME);
    }

    @Test
    void a_value_longer_than_the_message_is_damaged() {
        assertThat(Fields.read(Bytes.hex("27 00 04 00 00")).damaged()).containsExactly(Fields.AMOUNT);
        assertThat(Fields.read(Bytes.hex("27 00 3C F9 F9 F9 41")).damaged()).containsExactly(Fields.TEXT);
        assertThat(Fields.read(Bytes.hex("27 00 06 82 FF FF 1F")).damaged()).containsExactly(Fields.TLV);
        assertThat(Fields.read(Bytes.hex("27")).damaged()).containsExactly(Fields.RESULT);
    }

    @Test
    void a_result_that_contradicts_itself_is_no_result() {
        assertThat(Fields.read(Bytes.hex("27 00 27 05")).damaged()).containsExactly(Fields.RESULT);
        assertThat(Fields.read(Bytes.hex("27 00 27 00")).octet(Fields.RESULT)).contains(0);
    }

    @Test
    void any_receipt_is_a_receipt_number_of_its_own() {
        assertThat(Fields.read(Bytes.hex("87 FF FF")).find(Fields.RECEIPT)).contains(Bytes.of(0xFF, 0xFF));
    }

    @Test
    void a_currency_nobody_knows_stays_without_letters() {
        assertThat(Fields.read(Bytes.hex("49 09 99")).currency()).isEmpty();
        assertThat(Fields.read(Bytes.hex("49 09 85")).currency()).contains("PLN");
        assertThat(ZvtCurrency.numeric("PLN")).isEqualTo("0985");
        assertThatThrownBy(() -> ZvtCurrency.numeric("XXX")).hasMessageContaining("XXX");
    }

    @Test
    void a_value_of_the_wrong_size_is_never_written() {
        Fields wrong = Fields.NONE.with(Fields.AMOUNT, Bytes.of(1));
        assertThatThrownBy(wrong::encode).hasMessageContaining("bitmap 04 has 6 bytes");
        assertThatThrownBy(() -> Bcd.encode(1_000_000, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bcd.encode("12A4")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tlv_lengths_have_one_two_or_three_bytes() {
        for (int size : new int[] {0, 1, 127, 128, 255, 256, 3000}) {
            Tlv tlv = Tlv.of(Tlv.object(0x07, Bytes.copyOf(new byte[size])));
            assertThat(Tlv.read(tlv.encode())).isEqualTo(tlv);
        }
        // Section 3: 338 is 82 01 52, high byte first.
        assertThat(Tlv.length(338)).isEqualTo(Bytes.hex("82 01 52"));
    }

    @Test
    void an_object_longer_than_its_container_leaves_those_before_it() {
        Tlv tlv = Tlv.read(Bytes.hex("1F 07 01 02 45 09 11"));
        assertThat(tlv.octet(0x1F07)).contains(2);
        assertThat(tlv.find(0x45)).isEmpty();
        assertThat(tlv.problem()).contains("object 45 longer than its container");
    }

    @Test
    void a_tag_that_announces_a_third_byte_is_read_with_two_when_only_that_fits() {
        // Section 6.1: 1F 80 printed as two bytes; the strict reading (tag 1F8001, length 05) would overrun.
        assertThat(Tlv.read(Bytes.hex("1F 80 01 05")).octet(0x1F80)).contains(5);
        // Read strictly it fits: tag 1F 81 01, length 01, value 2A.
        assertThat(Tlv.read(Bytes.hex("1F 81 01 01 2A")).octet(0x1F8101)).contains(0x2A);
    }

    @Test
    void a_constructed_object_holds_objects_and_nesting_is_bounded() {
        Tlv.TlvObject inner = Tlv.object(0x1F12, Bytes.of(2));
        Bytes nested = Tlv.of(Tlv.object(0x2F, inner)).encode();
        assertThat(Tlv.read(nested).find(0x2F).flatMap(o -> o.part(0x1F12))).contains(inner);
        Bytes deep = Bytes.of(0x07, 0);
        for (int i = 0; i < 40; i++) {
            deep = Bytes.of(0x24).plus(Tlv.length(deep.size())).plus(deep);
        }
        assertThat(Tlv.read(deep).problem()).isEmpty();
    }
}
