package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** payment-rules.md section 2. 4111 1111 1111 1111 is the card schemes' published test number. */
class CardDataTest {
    private static final String CLEAR_PAN = "22 F0 F8 41 11 11 11 11 11 11 11";

    @Test
    void a_clear_card_number_is_masked_before_anybody_sees_it_and_reported() {
        ZvtFramer.Received received = receive("27 00 " + CLEAR_PAN);
        assertThat(received.cameWithClearCardNumber()).isTrue();
        assertThat(received.apdu().data()).isEqualTo(Bytes.hex("27 00 22 F0 F8 41 11 11 EE EE EE 11 11"));
    }

    @Test
    void a_number_masked_by_the_terminal_is_left_alone() {
        ZvtFramer.Received received = receive("22 F0 F8 99 99 99 EE EE EE 61 04");
        assertThat(received.cameWithClearCardNumber()).isFalse();
        assertThat(received.apdu().data()).isEqualTo(Bytes.hex("22 F0 F8 99 99 99 EE EE EE 61 04"));
    }

    @Test
    void eight_clear_digits_in_front_become_six() {
        assertThat(receive("22 F0 F8 99 99 99 99 EE EE 61 04").apdu().data())
                .isEqualTo(Bytes.hex("22 F0 F8 99 99 99 EE EE EE 61 04"));
    }

    @Test
    void what_follows_the_separator_goes() {
        // 19 digits, D, expiry: as on track 2.
        assertThat(receive("22 F1 F2 41 11 11 11 11 11 11 11 11 1D 30 12")
                        .apdu()
                        .data())
                .isEqualTo(Bytes.hex("22 F1 F2 41 11 11 EE EE EE EE E1 11 1F FF FF"));
    }

    @Test
    void a_short_number_keeps_its_last_four_alone() {
        Bytes data = receive("22 F0 F4 12 34 56 78").apdu().data();
        assertThat(MaskedPan.text(data.slice(3, 7))).contains("****5678");
    }

    @ParameterizedTest
    @CsvSource({
        "23 F0 F3 11 22 33, 23 F0 F3 00 00 00",
        "24 F0 F0 F2 11 22, 24 F0 F0 F2 00 00",
        "2D F0 F2 11 22, 2D F0 F2 00 00",
        "2E F0 F0 F1 99, 2E F0 F0 F1 00",
        "3A 01 23, 3A 00 00",
        "06 06 1F 08 03 11 22 33, 06 06 1F 08 03 00 00 00",
        "06 07 24 05 1F 0A 02 11 22, 06 07 24 05 1F 0A 02 00 00",
        "06 05 24 03 1F 08 05, 06 05 24 03 FF FF FF",
        "06 05 45 7F 41 11 11, 06 05 FF FF FF FF FF",
        "92 41 11 11 11, 92 00 00 00 00",
        "22 41 11 11 11, 22 41 00 00 00"
    })
    void tracks_values_and_unreadable_rests_are_overwritten(String sent, String kept) {
        assertThat(receive("27 00 " + sent).apdu().data()).isEqualTo(Bytes.hex("27 00" + kept));
    }

    @Test
    void a_damaged_container_is_still_seen_as_damaged_behind_the_guard() {
        Bytes data = receive("27 00 06 05 45 7F 41 11 11").apdu().data();
        assertThat(Fields.read(data).tlv().problem()).isPresent();
    }

    @Test
    void an_abort_and_a_completion_are_guarded_too() {
        ZvtFramer.Inbound abort = new ZvtFramer()
                .feed(new Apdu(0x061E, Bytes.hex("05 " + CLEAR_PAN)).encode())
                .get(0);
        assertThat(((ZvtFramer.Received) abort).cameWithClearCardNumber()).isTrue();
        ZvtFramer.Inbound end = new ZvtFramer()
                .feed(new Apdu(0x060F, Bytes.hex(CLEAR_PAN)).encode())
                .get(0);
        assertThat(((ZvtFramer.Received) end).apdu().data()).isEqualTo(Bytes.hex("22 F0 F8 41 11 11 EE EE EE 11 11"));
    }

    @ParameterizedTest
    @CsvSource({
        "Karte 4111111111111111 gelesen, Karte 411111******1111 gelesen",
        "4111 1111 1111 1111, 411111******1111",
        "4111-1111-1111-1111, 411111******1111",
        "4111111111111112, 4111111111111112",
        "############6104, ############6104",
        "TA-Nr 000418     Beleg-Nr 0318, TA-Nr 000418     Beleg-Nr 0318",
        "Terminal-ID 52100477, Terminal-ID 52100477"
    })
    void free_text_loses_the_middle_of_card_numbers(String text, String masked) {
        assertThat(PanFilter.mask(text)).isEqualTo(masked);
    }

    private static ZvtFramer.Received receive(String data) {
        Apdu apdu = new Apdu(0x040F, Bytes.hex(data));
        return (ZvtFramer.Received) new ZvtFramer().feed(apdu.encode()).get(0);
    }
}
