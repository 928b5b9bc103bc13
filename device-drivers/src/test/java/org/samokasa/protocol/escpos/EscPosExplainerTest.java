package org.samokasa.protocol.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

/** Streams: protocol sheet printer-escpos, sections 4, 5 and 8. */
class EscPosExplainerTest {
    private static List<Object> names(String hex) {
        return EscPosExplainer.explain(Bytes.hex(hex)).stream()
                .map(command -> command.get("name"))
                .toList();
    }

    @Test
    void a_receipt_is_told_command_by_command() {
        assertThat(names(
                        "1B 40 1C 2E 1B 74 13 4B 49 4F 53 4B 0A 1D 28 6B 03 00 31 51 30 1B 64 02 1D 56 42 00 1D 72 01"))
                .containsExactly(
                        "initialise",
                        "leave two-byte mode",
                        "code page",
                        "text",
                        "line",
                        "two-dimensional code",
                        "feed lines",
                        "cut",
                        "status in turn");
    }

    @Test
    void data_that_a_command_announces_are_part_of_it() {
        assertThat(names("1D 76 30 00 02 00 02 00 F0 0F 0F F0 41")).containsExactly("picture", "text");
        assertThat(names("1D 6B 49 0A 7B 42 54 2D 30 30 34 37 31 31 0A")).containsExactly("bar code", "line");
        assertThat(names("1D 6B 02 34 30 30 36 33 38 31 33 33 33 39 33 00 0A")).containsExactly("bar code", "line");
        assertThat(names("1D 28 48 06 00 30 30 30 30 30 31 10 04 01"))
                .containsExactly("process id", "real-time status");
    }

    @Test
    void what_is_unknown_or_cut_off_says_so() {
        Map<String, Object> unknown =
                EscPosExplainer.explain(Bytes.hex("1B 7F 41")).get(0);
        assertThat(unknown).containsEntry("valid", false).containsEntry("error", "no command of this subset");
        for (String cut : List.of("1B", "1D 76 30 00 02", "1D 28 6B 03 00 31", "1D 6B 02 34")) {
            List<Map<String, Object>> all = EscPosExplainer.explain(Bytes.hex(cut));
            assertThat(all)
                    .singleElement()
                    .satisfies(command -> assertThat(command).containsEntry("error", "the command is not finished"));
        }
    }

    @Test
    void whatever_our_own_encoder_writes_is_known() {
        Bytes document = new EscPosEncoder(
                        EscPosProfile.EPSON_80_MM.with(EscPosProfile.Raster.GS_L, EscPosProfile.Cutter.FULL))
                .encode(List.of(
                        new PrintPiece.Text("Łódź Чек", PrintPiece.Align.CENTRE, true, true, true),
                        new PrintPiece.Barcode(PrintPiece.BarcodeKind.EAN_13, "4006381333931"),
                        new PrintPiece.Image(1, Bytes.hex("AA 55")),
                        new PrintPiece.StoredImage("L1"),
                        new PrintPiece.OpenDrawer(),
                        new PrintPiece.Qr("LANE-07"),
                        new PrintPiece.Cut()));
        assertThat(EscPosExplainer.explain(document))
                .allSatisfy(command -> assertThat(command).containsEntry("valid", true));
    }
}
