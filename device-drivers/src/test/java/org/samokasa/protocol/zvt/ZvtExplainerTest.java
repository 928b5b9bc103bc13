package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

class ZvtExplainerTest {
    @Test
    void a_payment_command_in_words() {
        assertThat(only(ZvtExamples.F4).toString())
                .isEqualTo("{command=06 01, name=Authorisation, bmp={"
                        + "04={name=amount, value=23.10, meaning=EUR}, "
                        + "49={name=currency, value=0978, meaning=EUR}, "
                        + "19={name=status byte or payment type, value=40}}, valid=true}");
    }

    @Test
    void an_approval_in_words_without_a_card_number() {
        Map<String, Object> approval = only(ZvtExamples.F7);
        assertThat(part(approval, "bmp", "22")).containsEntry("value", "999999******6104");
        assertThat(part(approval, "bmp", "27")).containsEntry("meaning", "approved");
        assertThat(part(approval, "bmp", "8A")).containsEntry("meaning", "Mastercard");
        assertThat(part(approval, "bmp", "0C")).containsEntry("meaning", "14:10:37");
        assertThat(part(approval, "tlv", "2F", "parts", "1F12")).containsEntry("meaning", "contactless");
        assertThat(approval).containsEntry("valid", true);
    }

    @Test
    void a_clear_card_number_is_masked_in_every_command() {
        // 4111 1111 1111 1111 is a published test number; a till must never send it, and somebody may paste it.
        for (String frame : List.of(
                "06 01 0B 22 F0 F8 41 11 11 11 11 11 11 11",
                "04 0F 0B 22 F0 F8 41 11 11 11 11 11 11 11",
                "06 C0 0B 22 F0 F8 41 11 11 11 11 11 11 11",
                "06 D1 11 00 34 31 31 31 31 31 31 31 31 31 31 31 31 31 31 31")) {
            assertThat(only(Bytes.hex(frame)).toString())
                    .contains("411111******1111")
                    .doesNotContain("4111111");
        }
        assertThat(only(Bytes.hex("06 C0 06 23 F0 F3 41 11 11")).toString()).contains("hidden");
    }

    @Test
    void texts_statuses_and_totals_in_words() {
        assertThat(part(only(ZvtExamples.F5), "status")).containsEntry("meaning", "Insert card");
        assertThat(only(ZvtExamples.F5)).containsEntry("minutes", 1);
        assertThat((List<?>) part(only(ZvtExamples.F5), "tlv", "24", "parts").get("07"))
                .hasSize(2);
        assertThat(part(only(ZvtExamples.F33), "status")).containsEntry("meaning", "ready");
        assertThat(only(ZvtExamples.F34)).containsEntry("version", "KS-PT 4.10b2");
        assertThat(part(only(ZvtExamples.F31), "bmp", "60", "value", "Mastercard"))
                .containsEntry("count", 6)
                .containsEntry("sum", "99.55");
        assertThat(part(only(ZvtExamples.F2), "bmp", "29")).containsEntry("value", "52100477");
        assertThat(part(only(ZvtExamples.F3), "currency")).containsEntry("meaning", "CHF");
        assertThat(part(only(ZvtExamples.F38), "tlv", "1F17")).containsEntry("value", "Leser blockiert");
        assertThat(part(only(ZvtExamples.F39), "bmp", "87")).containsEntry("value", "FFFF");
    }

    @Test
    void passwords_are_hidden() {
        assertThat(only(ZvtExamples.F1).toString()).doesNotContain("102030").contains("password=hidden");
        assertThat(only(ZvtExamples.F26).toString()).doesNotContain("102030").contains("password=hidden");
    }

    @Test
    void every_example_is_valid_and_every_flipped_bit_is_explained_somehow() {
        for (Bytes frame : ZvtExamples.ALL) {
            assertThat(only(frame)).as(frame.toHex()).containsEntry("valid", true);
            for (int bit = 0; bit < frame.size() * 8; bit++) {
                byte[] broken = frame.toArray();
                broken[bit / 8] ^= (byte) (1 << bit % 8);
                Bytes bytes = Bytes.copyOf(broken);
                assertThatCode(() -> assertThat(ZvtExplainer.explain(bytes)).isNotEmpty())
                        .as(bytes.toHex())
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10 02 80 00 00 10 03 F5 1F, 80 00, 1FF5",
        "10 02 84 9C 00 10 03 C3 41, 84 9C, 41C3",
        "10 02 84 83 00 10 03 91 8E, 84 83, 8E91",
        "10 02 06 0F 00 10 03 C6 33, 06 0F, 33C6",
        "10 02 06 B0 00 10 03 43 F3, 06 B0, F343"
    })
    void serial_blocks_of_section_1_3(String block, String command, String crc) {
        Map<String, Object> explained = only(Bytes.hex(block));
        assertThat(explained).containsEntry("command", command).containsEntry("valid", true);
        assertThat(part(explained, "serial")).containsEntry("crc", crc).containsEntry("crcValid", true);
    }

    @Test
    void serial_examples_are_unstuffed_and_checked() {
        assertSameMessage(ZvtExamples.F1_SERIAL, ZvtExamples.F1);
        assertSameMessage(ZvtExamples.F4_SERIAL, ZvtExamples.F4);
        assertSameMessage(ZvtExamples.F7_SERIAL, ZvtExamples.F7);
        assertSameMessage(ZvtExamples.F9_SERIAL, ZvtExamples.F9);
        // F44: a check byte that equals DLE goes out single.
        assertSameMessage(ZvtExamples.F44_SERIAL, ZvtExamples.F44);
    }

    @Test
    void every_flipped_bit_of_a_serial_block_is_refused() {
        Bytes block = ZvtExamples.F4_SERIAL;
        for (int bit = 0; bit < block.size() * 8; bit++) {
            byte[] broken = block.toArray();
            broken[bit / 8] ^= (byte) (1 << bit % 8);
            List<Map<String, Object>> explained = ZvtExplainer.explain(Bytes.copyOf(broken));
            assertThat(explained).as("bit " + bit).anyMatch(map -> Boolean.FALSE.equals(map.get("valid")));
        }
    }

    @Test
    void f41_is_named_as_damaged() {
        Bytes garbled = Bytes.hex("10 02 06 01 0C 04 00 00 00 00 27 10 10 49 09 78 19 40 10 03 D3 53");
        assertThat(only(garbled).get("error").toString()).contains("check value");
    }

    @Test
    void a_serial_conversation_comes_apart() {
        Bytes talk = ZvtExamples.F4_SERIAL.plus(Bytes.of(0x06)).plus(Bytes.hex("10 02 80 00 00 10 03 F5 1F 06"));
        assertThat(ZvtExplainer.explain(talk))
                .extracting(map -> map.get("name"))
                .containsExactly("Authorisation", "ACK", "Positive answer", "ACK");
    }

    @ParameterizedTest
    @CsvSource({
        "06 01, incomplete: 2 bytes of a longer message",
        "FF 00, no message starts with FF",
        "10 02 06 0F, the block has no end",
        "10 02 06 0F 00 10 03 C6, the check bytes are missing",
        "10 02 06 10 05, 10 followed by 05 inside a block",
        "04 0F 02 92 01, unknown bitmap 92",
        "06 00 01 10, password or config byte missing"
    })
    void what_cannot_be_read_is_said(String bytes, String error) {
        assertThat(only(Bytes.hex(bytes))).containsEntry("valid", false).containsEntry("error", error);
    }

    @Test
    void nothing_and_single_bytes_are_explained_too() {
        assertThat(only(Bytes.EMPTY)).containsEntry("error", "no bytes");
        assertThat(only(Bytes.of(0x15))).containsEntry("name", "NAK");
    }

    private static void assertSameMessage(Bytes serial, Bytes tcp) {
        Map<String, Object> explained = only(serial);
        assertThat(explained.remove("serial").toString()).endsWith("crcValid=true}");
        assertThat(explained).isEqualTo(only(tcp));
    }

    private static Map<String, Object> only(Bytes bytes) {
        List<Map<String, Object>> all = ZvtExplainer.explain(bytes);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> map, String... path) {
        Map<String, Object> here = map;
        for (String key : path) {
            here = (Map<String, Object>) here.get(key);
        }
        return here;
    }
}
