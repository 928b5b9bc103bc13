package org.samokasa.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;
import org.samokasa.kiosk.ui.view.KioskPanel;

/** Draws every screen, upright and lying, in each language, to {@code target/screens}. */
class ScreenPicturesTest {
    static final int DIAGONAL_TENTH_INCHES = 215;

    private static final int COLOURS_ENOUGH = 100;

    /** Deflate at its fastest; 0 is its slowest. */
    private static final float LIGHTLY = 0.9f;

    private static final Path SCREENS = Path.of("target", "screens");

    private static List<Language> languages() {
        return Language.onScreens();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_screen_is_drawn(Language language) throws Exception {
        SwingUtilities.invokeAndWait(Theme.LIGHT::install);
        for (Map.Entry<String, UnaryOperator<ScreenBench>> way :
                EveryScreen.ways().entrySet()) {
            ViewState view =
                    way.getValue().apply(new ScreenBench().speaking(language)).view();
            String name = way.getKey() + "-" + language.tag();
            draw(view, name + "-portrait", 1080, 1920);
            draw(view, name + "-landscape", 1920, 1080);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_theme_draws_the_basket_and_the_questions_after_help(Theme theme) throws Exception {
        SwingUtilities.invokeAndWait(theme::install);
        for (String way : List.of(
                "basket",
                "assistance-raised",
                "cards-tried",
                "self-help-barcode_wont_scan",
                "helped-question",
                "offer",
                "thanks-faces",
                "thanks-reasons")) {
            ViewState view =
                    EveryScreen.ways().get(way).apply(new ScreenBench()).view();
            draw(view, way + "-" + theme.name().toLowerCase(java.util.Locale.ROOT), 1080, 1920);
        }
    }

    private static void draw(ViewState view, String name, int width, int height) throws Exception {
        BufferedImage[] drawn = new BufferedImage[1];
        SwingUtilities.invokeAndWait(() -> {
            drawn[0] = panel(view, width, height).picture(width, height);
        });
        assertThat(colours(drawn[0])).as("%s is not blank", name).isGreaterThan(8);
        save(drawn[0], name);
    }

    static KioskPanel panel(ViewState view, int width, int height) {
        KioskPanel panel =
                new KioskPanel(Look.of(width, height, DIAGONAL_TENTH_INCHES), width >= height, control -> {});
        panel.show(view);
        return panel;
    }

    /** How many colours there are, counted no further than {@value #COLOURS_ENOUGH}. */
    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight() && seen.size() < COLOURS_ENOUGH; y++) {
            for (int pixel : image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth())) {
                seen.add(pixel);
            }
        }
        return seen.size();
    }

    /** Packed lightly: a thousand pictures packed well take minutes. */
    private static void save(BufferedImage image, String name) throws IOException {
        Files.createDirectories(SCREENS);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam lightly = writer.getDefaultWriteParam();
        lightly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        lightly.setCompressionQuality(LIGHTLY);
        Path file = SCREENS.resolve(name + ".png");
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), lightly);
        } finally {
            writer.dispose();
        }
    }
}
