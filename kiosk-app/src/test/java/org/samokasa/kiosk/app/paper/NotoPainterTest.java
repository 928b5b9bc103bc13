package org.samokasa.kiosk.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.LinePainter.Paper;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PaperLine.Align;
import org.samokasa.devices.PaperLine.Size;

class NotoPainterTest {
    private static final Paper WIDE = new Paper(576, 48);
    private static final int WIDE_BYTES = 72;

    private final NotoPainter painter = new NotoPainter();

    private PaperLine.Image paint(PaperLine line) {
        return painter.paint(line, WIDE).orElseThrow();
    }

    private static PaperLine.Text text(String text, Align align, Size size) {
        return new PaperLine.Text(text, align, size, false);
    }

    private static int height(PaperLine.Image image) {
        return image.rows().length / WIDE_BYTES;
    }

    /** First and last dot column with ink. */
    private static int[] inked(PaperLine.Image image) {
        int first = image.widthDots();
        int last = -1;
        byte[] rows = image.rows();
        for (int at = 0; at < rows.length * 8; at++) {
            if ((rows[at / 8] & 0x80 >> at % 8) != 0) {
                first = Math.min(first, at % (WIDE_BYTES * 8));
                last = Math.max(last, at % (WIDE_BYTES * 8));
            }
        }
        return new int[] {first, last};
    }

    @Test
    void signs_join_instead_of_standing_side_by_side() {
        // ksha is one sign made of three characters: narrower than its parts with a sign between them
        int joined = inked(paint(text("क्ष", Align.LEFT, Size.NORMAL)))[1];
        int apart = inked(paint(text("क\u200Cष", Align.LEFT, Size.NORMAL)))[1];
        assertThat(joined).isLessThan(apart);
    }

    @Test
    void text_stands_where_it_should() {
        assertThat(inked(paint(text("कुल", Align.LEFT, Size.NORMAL)))[0]).isLessThan(12);
        assertThat(inked(paint(text("कुल", Align.RIGHT, Size.NORMAL)))[1]).isGreaterThan(576 - 12);
        int[] middle = inked(paint(text("कुल", Align.CENTRE, Size.DOUBLE)));
        assertThat(Math.abs(middle[0] + middle[1] - 576)).isLessThan(24);
        int[] both = inked(paint(new PaperLine.Columns("दूध", "3.49", false)));
        assertThat(both[0]).isLessThan(12);
        assertThat(both[1]).isGreaterThan(576 - 12);
    }

    @Test
    void sizes_and_long_lines_take_more_paper() {
        int one = height(paint(text("कुल", Align.LEFT, Size.NORMAL)));
        assertThat(one).isBetween(30, 36);
        assertThat(height(paint(text("कुल", Align.LEFT, Size.TALL)))).isEqualTo(2 * one);
        assertThat(height(paint(text("कुल राशि ".repeat(12), Align.LEFT, Size.NORMAL))))
                .isGreaterThanOrEqualTo(2 * one);
        assertThat(height(paint(new PaperLine.Columns("बहुत लंबा नाम ".repeat(6), "3.49", false))))
                .isGreaterThanOrEqualTo(2 * one);
    }

    @Test
    void what_the_font_lacks_is_still_visible() {
        assertThat(inked(paint(text("漢", Align.LEFT, Size.NORMAL)))[1]).isPositive();
        assertThat(painter.paint(new PaperLine.Rule(), WIDE)).isEmpty();
    }

    @Test
    void a_logo_is_read_into_the_middle_and_one_that_does_not_fit_is_refused(@TempDir Path folder) throws Exception {
        BufferedImage picture = new BufferedImage(10, 2, BufferedImage.TYPE_INT_RGB);
        File file = folder.resolve("logo.png").toFile();
        ImageIO.write(picture, "png", file);
        assertThat(inked(Logo.read(file.toPath(), 576))).containsExactly(283, 292);
        assertThatThrownBy(() -> Logo.read(file.toPath(), 8)).hasMessageContaining("10 x 2 dots");
        assertThatThrownBy(() -> Logo.read(folder.resolve("none.png"), 576)).hasMessageContaining("cannot be read");
    }
}
