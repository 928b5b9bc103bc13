package org.samokasa.kiosk.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.kiosk.lane.Effect.Sound;

class WavesTest {
    @ParameterizedTest
    @EnumSource(Sound.class)
    void a_tone_is_short_soft_and_without_a_click(Sound sound) {
        short[] wave = Waves.of(sound);
        assertThat(wave.length).isBetween(Waves.RATE * 60 / 1000, Waves.RATE * 400 / 1000);
        assertThat(wave[0]).isZero();
        assertThat(wave[wave.length - 1]).isZero();
        int loudest = 0;
        for (short sample : wave) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(loudest).isBetween(Waves.PEAK / 2, Waves.PEAK);
    }

    @Test
    void a_taken_scan_sounds_at_twelve_hundred_hertz_for_seventy_milliseconds() {
        short[] wave = Waves.of(Sound.SCANNED);
        assertThat(wave).hasSize(Waves.RATE * 70 / 1000);
        assertThat(rises(wave, 0, wave.length)).isBetween(82, 85);
    }

    @Test
    void good_news_rises_and_a_refusal_falls() {
        short[] notice = Waves.of(Sound.NOTICE);
        assertThat(rises(notice, 0, notice.length / 2)).isLessThan(rises(notice, notice.length / 2, notice.length));
        short[] refused = Waves.of(Sound.REFUSED);
        assertThat(rises(refused, 0, refused.length / 2))
                .isGreaterThan(rises(refused, refused.length / 2, refused.length));
    }

    /** Times the wave comes up through zero: its cycles. */
    private static int rises(short[] wave, int from, int to) {
        int rises = 0;
        for (int i = from + 1; i < to; i++) {
            rises += wave[i - 1] < 0 && wave[i] >= 0 ? 1 : 0;
        }
        return rises;
    }
}
