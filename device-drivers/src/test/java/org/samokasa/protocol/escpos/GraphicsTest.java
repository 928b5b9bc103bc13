package org.samokasa.protocol.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosProfile.Cutter;
import org.samokasa.protocol.escpos.EscPosProfile.Raster;
import org.samokasa.protocol.escpos.PrintPiece.BarcodeKind;

/** Pictures and bar codes. Vectors: protocol sheet printer-escpos, sections 4 and 5. */
class GraphicsTest {
    private static final int START_BYTES = 7;
    private static final int EPSON_DOTS = 576;

    private static Bytes encode(EscPosProfile profile, PrintPiece piece) {
        Bytes all = new EscPosEncoder(profile).encode(List.of(piece));
        return all.slice(START_BYTES, all.size());
    }

    private static PrintPiece.Image image(int widthBytes, String hex) {
        return new PrintPiece.Image(widthBytes, Bytes.hex(hex));
    }

    @Test
    void a_picture_has_the_bytes_of_the_sheet() {
        assertThat(encode(EscPosProfile.EPSON_80_MM, image(2, "F0 0F 0F F0")))
                .isEqualTo(Bytes.hex("1D 76 30 00 02 00 02 00 F0 0F 0F F0"));
    }

    @Test
    void as_graphics_it_is_stored_and_printed() {
        // p = 10 + 4 bytes, 16 dots wide, 2 rows
        assertThat(encode(EscPosProfile.EPSON_80_MM.with(Raster.GS_L, Cutter.FULL), image(2, "F0 0F 0F F0")))
                .isEqualTo(Bytes.hex("1D 28 4C 0E 00 30 70 30 01 01 31 10 00 02 00 F0 0F 0F F0 1D 28 4C 02 00 30 32"));
    }

    @Test
    void a_tall_picture_goes_in_bands_and_white_at_the_right_is_left_out() {
        Bytes bytes = encode(EscPosProfile.EPSON_80_MM, image(72, ("80" + "00".repeat(71)).repeat(300)));
        String row = "80 ";
        assertThat(bytes.toHex() + " ")
                .isEqualTo("1D 76 30 00 01 00 80 00 " + row.repeat(128) + "1D 76 30 00 01 00 80 00 " + row.repeat(128)
                        + "1D 76 30 00 01 00 2C 00 " + row.repeat(44));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 04", "10 05", "10 14", "10 10 04 10 14 10"})
    void no_dots_look_like_a_real_time_command(String dots) {
        Bytes bytes = encode(EscPosProfile.EPSON_80_MM, image(1, dots));
        Bytes band = bytes.slice(8, bytes.size());
        for (int i = 0; i + 1 < band.size(); i++) {
            assertThat(band.slice(i, i + 2)).isNotIn(Bytes.hex("10 04"), Bytes.hex("10 05"), Bytes.hex("10 14"));
        }
        assertThat(band.size()).isEqualTo(Bytes.hex(dots).size());
    }

    @Test
    void rows_that_are_not_whole_are_refused() {
        assertThatThrownBy(() -> image(2, "F0 0F 0F")).hasMessage("3 bytes are no rows of 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EAN_13   | 400638133393                    | 1D 6B 43 0C 34 30 30 36 33 38 31 33 33 33 39 33",
                "EAN_13   | 4006381333931                   | 1D 6B 43 0C 34 30 30 36 33 38 31 33 33 33 39 33",
                "CODE_128 | T-004711                        | 1D 6B 49 0A 7B 42 54 2D 30 30 34 37 31 31",
                "CODE_128 | 123456789001                    | 1D 6B 49 08 7B 43 0C 22 38 4E 5A 01",
                // 16 04 in set C would be DLE EOT
                "CODE_128 | 1604                            | 1D 6B 49 06 7B 42 31 36 30 34",
                "CODE_128 | a{b                             | 1D 6B 49 06 7B 42 61 7B 7B 62",
                "GS1_128  | (01)09501101530003              | 1D 6B 49 0C 7B 43 7B 31 01 09 32 0B 01 35 00 03",
                "GS1_128  | (10)AB1(17)261231               "
                        + "| 1D 6B 49 13 7B 42 7B 31 31 30 41 42 31 7B 31 31 37 32 36 31 32 33 31",
            })
    void bar_codes_have_the_bytes_of_the_sheet(BarcodeKind kind, String content, String command) {
        Bytes bytes = BarcodeCommands.encode(new PrintPiece.Barcode(kind, content), EPSON_DOTS)
                .orElseThrow();
        assertThat(bytes).isEqualTo(Bytes.hex("1D 68 50 1D 77 02 1D 48 02" + command));
    }

    @ParameterizedTest
    @CsvSource({
        "EAN_13, 4006381333930", // wrong check digit
        "EAN_13, 4006",
        "CODE_128, ź",
        "CODE_128, TWENTY-FOUR-CHARACTERS-X", // one symbol more than 576 dots hold
        "GS1_128, 09501101530003",
        "GS1_128, (01)0950(",
    })
    void what_a_bar_code_cannot_hold_is_printed_as_text(BarcodeKind kind, String content) {
        Bytes bytes = encode(EscPosProfile.EPSON_80_MM, new PrintPiece.Barcode(kind, content));
        assertThat(bytes.toHex()).doesNotContain("1D 6B").endsWith("0A");
    }

    @Test
    void stored_logo_drawer_and_cutter_have_their_commands() {
        EscPosProfile epson = EscPosProfile.EPSON_80_MM;
        assertThat(encode(epson, new PrintPiece.StoredImage("L1")))
                .isEqualTo(Bytes.hex("1B 61 01 1D 28 4C 06 00 30 45 4C 31 01 01 1B 61 00"));
        assertThat(encode(epson, new PrintPiece.OpenDrawer())).isEqualTo(Bytes.hex("1B 70 00 19 FA"));
        assertThat(encode(epson.with(Raster.GS_V_0, Cutter.FULL), new PrintPiece.Cut()))
                .isEqualTo(Bytes.hex("1D 56 41 00"));
        assertThat(encode(EscPosProfile.Model.CLONE_58.profile(), new PrintPiece.Cut()))
                .isEqualTo(Bytes.hex("1B 64 06"));
    }
}
