package org.samokasa.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.network.JsonText;

/** A phone can install the console: browsers ask for drawings of 192 and 512 points and one that may be cut to a circle. */
class ManifestTest {
    private static final String FOLDER = "/org/samokasa/kiosk/web/page/";
    /** Green of the mark, which reaches every edge of the drawing that may be cut. */
    private static final int GREEN = 0xFF0A5C45;

    private static InputStream file(String name) {
        return ManifestTest.class.getResourceAsStream(FOLDER + name);
    }

    @Test
    void every_drawing_is_there_and_as_large_as_it_says() throws IOException {
        Map<?, ?> manifest = (Map<?, ?>)
                JsonText.parse(new String(file("console.webmanifest").readAllBytes(), UTF_8));
        List<String> sizes = ((List<?>) manifest.get("icons"))
                .stream().map(icon -> (String) ((Map<?, ?>) icon).get("sizes")).toList();
        assertThat(sizes).contains("192x192", "512x512");
        for (Object one : (List<?>) manifest.get("icons")) {
            Map<?, ?> icon = (Map<?, ?>) one;
            String name = (String) icon.get("src");
            assertThat(file(name)).as(name).isNotNull();
            if (name.endsWith(".png")) {
                BufferedImage drawing = ImageIO.read(file(name));
                assertThat(drawing.getWidth() + "x" + drawing.getHeight()).isEqualTo(icon.get("sizes"));
                assertThat(drawing.getRGB(drawing.getWidth() / 2, 2)).isEqualTo(GREEN);
                boolean cut = "maskable".equals(icon.get("purpose"));
                assertThat(drawing.getRGB(0, 0) == GREEN).as(name).isEqualTo(cut);
            }
        }
    }
}
