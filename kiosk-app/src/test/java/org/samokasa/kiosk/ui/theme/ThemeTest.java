package org.samokasa.kiosk.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.2 defines it; the limits are those of UX.md section 7. */
class ThemeTest {
    /** Foreground, background. */
    private static final String[][] TEXTS = {
        {"text", "background"},
        {"text", "surface"},
        {"text", "surface2"},
        {"text", "fresh"},
        {"text", "pressed"},
        {"text2", "background"},
        {"text2", "surface"},
        {"text2", "surface2"},
        {"text2", "fresh"},
        {"onPrimary", "primary"},
        {"onPrimary", "primaryPressed"},
        {"primary", "background"},
        {"onAttention", "attention"},
        {"onAttention", "attentionPressed"},
        {"onCalm", "calm"},
    };

    private static final String[][] EDGES = {
        {"border", "surface"}, {"border", "background"}, {"primary", "surface"}, {"focus", "focusInner"},
    };

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_text_stands_out_seven_to_one(Theme theme) {
        for (String[] pair : TEXTS) {
            assertThat(contrast(theme, pair)).as("%s on %s", (Object[]) pair).isGreaterThanOrEqualTo(7.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void edges_stand_out_three_to_one_and_what_cannot_be_pressed_can_be_read(Theme theme) {
        for (String[] pair : EDGES) {
            assertThat(contrast(theme, pair)).as("%s on %s", (Object[]) pair).isGreaterThanOrEqualTo(3.0);
        }
        assertThat(contrast(theme, new String[] {"onDisabled", "disabled"})).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_theme_says_every_colour(Theme theme) {
        theme.install();
        for (Token token : Token.values()) {
            assertThat(token.color()).as(token.name()).isNotNull();
            assertThat(theme.tokens()).containsKey(token.key());
        }
    }

    @Test
    void sizes_follow_the_glass_not_the_pixels() {
        assertThat(Look.of(1920, 1080, 215).mm(20)).isEqualTo(81);
        assertThat(Look.of(1080, 1920, 156).mm(15)).isEqualTo(83);
        assertThat(Look.of(3840, 2160, 270).mm(25)).isEqualTo(161);
        assertThat(Math.round(Look.of(1920, 1080, 215).font(Type.BODY).getSize2D()))
                .isEqualTo(27);
    }

    private static double contrast(Theme theme, String[] pair) {
        double one = luminance(theme.tokens(), pair[0]);
        double other = luminance(theme.tokens(), pair[1]);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Properties tokens, String name) {
        int rgb = Integer.parseInt(tokens.getProperty("Kiosk." + name).substring(1, 7), 16);
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
