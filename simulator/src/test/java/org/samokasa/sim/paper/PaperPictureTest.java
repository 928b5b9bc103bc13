package org.samokasa.sim.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PaperPiece;

class PaperPictureTest {
    private static PaperPiece.Line line(String text, int width, int height) {
        return new PaperPiece.Line(0, List.of(new PaperPiece.Span(text, false, false, false, width, height)));
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 0x80 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void a_printed_qr_code_can_be_read_by_a_phone() throws Exception {
        BufferedImage image = new PaperPicture(48)
                .draw(List.of(line("Dziękujemy", 1, 1), new PaperPiece.QrCode(1, "https://example.org/ż", 6)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader()
                        .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText())
                .isEqualTo("https://example.org/ż");
    }

    @Test
    void double_size_takes_more_paper_and_more_ink() {
        PaperPicture picture = new PaperPicture(48);
        BufferedImage plain = picture.draw(List.of(line("KIOSK", 1, 1)));
        BufferedImage twice = picture.draw(List.of(line("KIOSK", 2, 2)));
        assertThat(twice.getHeight()).isGreaterThan(plain.getHeight());
        assertThat(ink(twice)).isGreaterThan(2 * ink(plain));
        assertThat(plain.getWidth()).isEqualTo(48 * 12 + 64);
    }

    @Test
    void pictures_bar_codes_and_cuts_are_drawn() {
        PaperPicture picture = new PaperPicture(48);
        int nothing = ink(picture.draw(List.of()));
        assertThat(ink(picture.draw(List.of(new PaperPiece.Picture(0, 1, 2, Bytes.of(0xFF, 0xFF))))))
                .isEqualTo(nothing + 16);
        PaperPiece.Barcode wrong = new PaperPiece.Barcode(1, 0x43, Bytes.ascii("4006381333930"), 80, 2, 2);
        PaperPiece.Barcode right = new PaperPiece.Barcode(1, 0x43, Bytes.ascii("400638133393"), 80, 2, 2);
        // Wrong data: the raw text and no bars, as the machine does it.
        assertThat(ink(picture.draw(List.of(right)))).isGreaterThan(3 * ink(picture.draw(List.of(wrong))));
        assertThat(picture.draw(List.of(new PaperPiece.Cut())).getHeight())
                .isGreaterThan(picture.draw(List.of()).getHeight());
    }

    @ParameterizedTest
    @CsvSource({
        "0x43, 34 30 30 36 33 38 31 33 33 33 39 33, 4006381333931",
        "0x41, 30 33 36 30 30 30 32 39 31 34 35, 036000291452",
        "0x44, 39 36 33 38 35 30 37, 96385074",
        "0x45, 54 2D 34 37, T-47",
        "0x46, 31 32 33 34 35 36, 123456",
        "0x49, 7B 42 54 2D 30 30 34 37 31 31, T-004711",
        "0x49, 7B 43 0C 22 38 4E 5A 01, 123456789001",
        "0x49, 7B 43 7B 31 01 09 32 0B 01 35 00 03, ]C10109501101530003",
    })
    void a_printed_bar_code_can_be_read(String code, String data, String text) throws Exception {
        BufferedImage image = new PaperPicture(48)
                .draw(List.of(new PaperPiece.Barcode(1, Integer.decode(code), Bytes.hex(data), 80, 2, 2)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        Map<DecodeHintType, Object> hints = Map.of(
                DecodeHintType.TRY_HARDER, true,
                DecodeHintType.ASSUME_GS1, true,
                DecodeHintType.ALLOWED_LENGTHS, new int[] {6});
        assertThat(new MultiFormatOneDReader(hints).decode(bitmap, hints).getText())
                .isEqualTo(text);
    }

    @Test
    void a_very_long_roll_shows_its_newest_end() {
        List<PaperPiece> roll = new java.util.ArrayList<>(java.util.Collections.nCopies(5_000, line("old", 1, 1)));
        roll.add(line("new", 8, 8));
        BufferedImage image = new PaperPicture(32).draw(roll);
        assertThat(image.getHeight()).isLessThanOrEqualTo(12_000);
        assertThat(ink(image.getSubimage(0, image.getHeight() - 260, image.getWidth(), 220)))
                .isPositive();
    }
}
