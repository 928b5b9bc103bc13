package org.samokasa.kiosk.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.code.CodeModules;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;

/** A phone reads the code off the drawn screen, and it has the size the rules ask for. */
class CodeOnScreenTest {
    static Stream<Arguments> displays() {
        return Stream.of(
                        Arguments.of(1080, 1920, 215),
                        Arguments.of(1920, 1080, 215),
                        Arguments.of(1920, 1080, 156),
                        Arguments.of(1024, 768, 150),
                        Arguments.of(1080, 1920, 270),
                        Arguments.of(3840, 2160, 270))
                .flatMap(display -> Stream.of(Theme.values())
                        .flatMap(theme -> Language.onScreens().stream()
                                .map(language -> Arguments.of(
                                        display.get()[0], display.get()[1], display.get()[2], theme, language))));
    }

    private record Drawing(BufferedImage picture, int codeSide) {}

    private static Drawing draw(String way, int width, int height, int diagonal, Theme theme, Language language)
            throws Exception {
        var view = EveryScreen.ways()
                .get(way)
                .apply(new ScreenBench().speaking(language))
                .view();
        Drawing[] drawn = new Drawing[1];
        SwingUtilities.invokeAndWait(() -> {
            theme.install();
            KioskPanel panel = new KioskPanel(Look.of(width, height, diagonal), width >= height, control -> {});
            panel.show(view);
            BufferedImage picture = panel.picture(width, height);
            drawn[0] =
                    new Drawing(picture, find(panel).map(Component::getHeight).orElse(0));
        });
        return drawn[0];
    }

    private static Optional<CodeView> find(Container from) {
        for (Component part : from.getComponents()) {
            if (part instanceof CodeView code && code.isVisible()) {
                return Optional.of(code);
            }
            Optional<CodeView> inside = part instanceof Container inner ? find(inner) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static void nothingOverlaps(Container card) {
        Component[] parts = card.getComponents();
        for (int i = 0; i < parts.length; i++) {
            assertThat(new Rectangle(card.getSize()).contains(parts[i].getBounds()) || parts[i].getHeight() == 0)
                    .as("%s inside", parts[i])
                    .isTrue();
            for (int j = i + 1; j < parts.length; j++) {
                assertThat(parts[i].getBounds().intersects(parts[j].getBounds()))
                        .as("%s over %s", parts[i], parts[j])
                        .isFalse();
            }
        }
    }

    private static Result read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
    }

    @ParameterizedTest
    @MethodSource("displays")
    void a_phone_reads_it(int width, int height, int diagonal, Theme theme, Language language) throws Exception {
        Drawing drawing = draw("code-shown", width, height, diagonal, theme, language);
        Result result = read(drawing.picture());
        assertThat(result.getText()).isEqualTo(EveryScreen.CODE);
        assertThat(result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
        int edge = CodeModules.of(EveryScreen.CODE).edge();
        int module = drawing.codeSide() / (edge + 2 * CodeModules.QUIET);
        assertThat(module).isGreaterThanOrEqualTo(5);
        assertThat(module * edge / Look.of(width, height, diagonal).pxPerMm()).isGreaterThanOrEqualTo(35);
        save(drawing.picture(), theme, language, width, height, diagonal);
    }

    private static void save(BufferedImage picture, Theme theme, Language language, int width, int height, int diagonal)
            throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "screens", "codes"));
        String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + language.tag() + "-" + width + "x"
                + height + "-" + diagonal + ".png";
        ImageIO.write(picture, "png", new File(folder.toFile(), name));
    }

    @Test
    void letters_outside_ascii_survive() throws Exception {
        String text = "BCD\n002\n1\nSCT\n\nSklep Łąka zażółć\nPL61109010140000071219812874\nEUR23.10";
        CodeModules code = CodeModules.of(text);
        int all = code.edge() + 2 * CodeModules.QUIET;
        BufferedImage picture = new BufferedImage(all * 5, all * 5, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < all * 5; y++) {
            for (int x = 0; x < all * 5; x++) {
                int column = x / 5 - CodeModules.QUIET;
                int row = y / 5 - CodeModules.QUIET;
                boolean inside = column >= 0 && row >= 0 && column < code.edge() && row < code.edge();
                picture.setRGB(x, y, inside && code.isDark(column, row) ? 0x000000 : 0xFFFFFF);
            }
        }
        assertThat(read(picture).getText()).isEqualTo(text);
    }

    @Test
    void no_code_stands_while_the_payment_is_stopped_asked_for_or_over() throws Exception {
        for (String way : new String[] {"code-waiting", "code-stopping", "code-asking", "code-expired", "code-doubt"}) {
            assertThat(draw(way, 1080, 1920, 215, Theme.LIGHT, Language.EN).codeSide())
                    .as(way)
                    .isZero();
        }
    }
}
