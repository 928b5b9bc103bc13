package org.samokasa.protocol.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.PrintPiece.Align;

/** Vectors: protocol sheet printer-escpos, sections 3, 5 and 8. */
class EscPosEncoderTest {
    private static final Bytes START = Bytes.hex("1B 40 1C 2E 1B 74 13"); // initialise, no Kanji, CP858

    private final EscPosEncoder encoder = new EscPosEncoder(EscPosProfile.EPSON_80_MM);

    private Bytes encode(PrintPiece... pieces) {
        Bytes all = encoder.encode(List.of(pieces));
        assertThat(all.slice(0, START.size())).isEqualTo(START);
        return all.slice(START.size(), all.size());
    }

    private static PrintPiece.Text text(String text) {
        return new PrintPiece.Text(text, Align.LEFT, false, false, false);
    }

    @Test
    void a_small_receipt_has_the_bytes_of_the_sheet() {
        Bytes bytes = encode(
                new PrintPiece.Text("KIOSK", Align.CENTRE, true, true, false),
                text("Bananas"),
                text("  1.250 kg x 2.49 €/kg  3.11"),
                new PrintPiece.Text("Total 3.11 €", Align.LEFT, false, false, true),
                new PrintPiece.Qr("LANE-07"),
                new PrintPiece.Feed(2),
                new PrintPiece.Cut());
        assertThat(bytes).isEqualTo(Bytes.hex("""
                        1B 61 01 1D 21 11 4B 49 4F 53 4B 0A 1D 21 00 1B 61 00
                        42 61 6E 61 6E 61 73 0A
                        20 20 31 2E 32 35 30 20 6B 67 20 78 20 32 2E 34 39 20 D5 2F 6B 67 20 20 33 2E 31 31 0A
                        1B 45 01 54 6F 74 61 6C 20 33 2E 31 31 20 D5 0A 1B 45 00
                        1B 61 01 1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43 06 1D 28 6B 03 00 31 45 31
                        1D 28 6B 0A 00 31 50 30 4C 41 4E 45 2D 30 37 1D 28 6B 03 00 31 51 30 1B 61 00
                        1B 64 02 1D 56 42 00"""));
    }

    @ParameterizedTest
    @CsvSource({
        "é Ø ç,       82 20 9D 20 87 0A", // CP858 has what CP850 has
        "Łódź,        1B 74 12 9D A2 64 AB 0A", // CP852
        "Чек,         1B 74 11 97 A5 AA 0A", // CP866
        "Žąsis ķ ū,   1B 74 21 CF D0 73 69 73 20 E9 20 D7 0A", // CP852 has the first letters, CP775 has all
        "Чек №,       1B 74 11 97 A5 AA 20 FC 0A",
        "漢,           3F 0A",
    })
    void each_character_finds_a_page_and_only_what_fits_none_is_a_question_mark(String text, String hex) {
        assertThat(encode(text(text))).isEqualTo(Bytes.hex(hex));
    }

    @Test
    void one_page_for_all_of_a_line_beats_two_that_come_earlier_in_the_list() {
        // windows-1250 has Polish letters and the euro
        assertThat(encode(text("ść €"))).isEqualTo(Bytes.hex("1B 74 2D 9C E6 20 80 0A"));
    }

    @Test
    void a_line_of_four_scripts_changes_its_page_only_where_it_must() {
        // CP858 for the euro, CP775 for ķ, CP852 for ő, CP866 for Ч: three switches are the least
        assertThat(encode(text("€ ķ ő Ч")).toHex()).isEqualTo("D5 20 1B 74 21 E9 20 1B 74 12 8B 20 1B 74 11 97 0A");
    }

    @Test
    void signs_that_no_page_of_the_printer_has_are_written_out() {
        assertThat(encode(text("₹ 5 ₽"))).isEqualTo(Bytes.ascii("Rs. 5 RUB\n"));
        EscPosEncoder clone = new EscPosEncoder(EscPosProfile.Model.CLONE_58.profile());
        assertThat(clone.encode(List.of(text("5 €"))).toHex()).endsWith("35 20 45 55 52 0A");
    }

    @Test
    void a_sign_of_two_java_characters_is_one_question_mark() {
        assertThat(encode(text("a😀b"))).isEqualTo(Bytes.ascii("a?b\n"));
    }

    @Test
    void it_knows_what_it_cannot_print() {
        assertThat(encoder.printsAll("Łódź € Чек Žąsis ₹")).isTrue();
        assertThat(encoder.printsAll("कुल राशि")).isFalse();
        assertThat(encoder.printsAll("😀")).isFalse();
    }

    @Test
    void pages_are_configurable_because_clones_number_them_differently() {
        List<CodePage> pages = CodePage.parse("16:windows-1252, 72:windows-1250");
        Bytes bytes = new EscPosEncoder(EscPosProfile.EPSON_80_MM.withPages(pages)).encode(List.of(text("ść")));
        // 1250: ś = 9C, ć = E6
        assertThat(bytes).isEqualTo(Bytes.hex("1B 40 1C 2E 1B 74 10 1B 74 48 9C E6 0A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "x:IBM852", "18:NO-SUCH-SET", "300:IBM852", ""})
    void a_page_that_makes_no_sense_is_refused(String text) {
        assertThatThrownBy(() -> CodePage.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_product_name_cannot_hold_a_command() {
        assertThat(encode(text("a\u0010\u0004\u0001\u001B@b\u00A0\u2212c"))).isEqualTo(Bytes.ascii("a    @b -c\n"));
    }

    @Test
    void long_text_is_wrapped_between_words_and_never_cut() {
        String line = new String(
                encode(text("Chleb żytni razowy na zakwasie krojony pakowany 500 g z piekarni za rogiem"))
                        .toArray(),
                java.nio.charset.Charset.forName("IBM852"));
        assertThat(line).contains("pakowany\n").endsWith("rogiem\n");
        assertThat(PaperLayout.wrap("x".repeat(100), 48)).containsExactly("x".repeat(48), "x".repeat(48), "xxxx");
        assertThat(PaperLayout.wrap("", 48)).containsExactly("");
    }

    @Test
    void columns_fill_the_line_and_the_price_stands_on_the_last_line_of_a_long_name() {
        assertThat(PaperLayout.columns("Milk", "1.19", 16)).containsExactly("Milk        1.19");
        assertThat(PaperLayout.columns("Very long product name", "12.00", 16))
                .containsExactly("Very long", "product", "name       12.00");
        assertThat(PaperLayout.columns("a", "right is much too long", 10))
                .containsExactly("a", "right is", "much too", "long");
        assertThat(PaperLayout.columns("Exactly ten", "1", 13)).containsExactly("Exactly ten 1");
    }

    @Test
    void a_long_qr_code_has_both_length_bytes_and_one_too_long_is_printed_as_text() {
        // 300 bytes: p = 303 = 012F
        assertThat(encode(new PrintPiece.Qr("x".repeat(300))).toHex()).contains("1D 28 6B 2F 01 31 50 30 78");
        Bytes text = encode(new PrintPiece.Qr("x".repeat(1_001)));
        assertThat(text.toHex()).doesNotContain("1D 28 6B").startsWith("78 78");
    }

    @Test
    void no_length_of_a_qr_code_looks_like_a_real_time_command() {
        for (int length = 1; length <= EscPosEncoder.QR_BYTES_MAX; length++) {
            String hex = encode(new PrintPiece.Qr("x".repeat(length))).toHex();
            assertThat(hex).doesNotContain("10 04").doesNotContain("10 05").doesNotContain("10 14");
        }
    }

    @Test
    void profiles_that_no_printer_has_are_refused() {
        assertThatThrownBy(() -> EscPosProfile.EPSON_80_MM.withPaper(8, 576)).hasMessageContaining("columns");
        assertThatThrownBy(() -> EscPosProfile.EPSON_80_MM.withQrModule(17)).hasMessageContaining("QR");
    }
}
