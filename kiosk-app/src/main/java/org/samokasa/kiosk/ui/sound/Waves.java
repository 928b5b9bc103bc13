package org.samokasa.kiosk.ui.sound;

import org.samokasa.kiosk.lane.Effect.Sound;

/** The tones as samples: 16 bit, one channel, all between 300 Hz and 3 kHz (UX.md section 10). */
final class Waves {
    static final int RATE = 22_050;

    /** A quarter of full scale: the amplifier sets the level, nothing here ever shouts. */
    static final int PEAK = 8_000;

    /** Rise and fall of each note; without it every tone begins and ends with a click. */
    private static final double RAMP_SECONDS = 0.008;

    private Waves() {}

    /** @param hertz notes sounding together */
    private record Note(double seconds, double... hertz) {}

    static short[] of(Sound sound) {
        return switch (sound) {
            case SCANNED -> notes(new Note(0.070, 1_200));
            case NOTICE -> notes(new Note(0.060, 660), new Note(0.060, 880));
            case REFUSED -> notes(new Note(0.090, 620), new Note(0.090, 415));
            case APPROVED -> notes(new Note(0.320, 523.25, 659.25, 783.99));
        };
    }

    private static short[] notes(Note... notes) {
        int all = 0;
        for (Note note : notes) {
            all += samples(note);
        }
        short[] wave = new short[all];
        int at = 0;
        for (Note note : notes) {
            at = sound(note, wave, at);
        }
        return wave;
    }

    private static int samples(Note note) {
        return (int) (note.seconds() * RATE);
    }

    private static int sound(Note note, short[] wave, int from) {
        int samples = samples(note);
        double ramp = RAMP_SECONDS * RATE;
        for (int i = 0; i < samples; i++) {
            double sum = 0;
            for (double hertz : note.hertz()) {
                sum += Math.sin(2 * Math.PI * hertz * i / RATE);
            }
            double edge = Math.min(1, Math.min(i, samples - 1 - i) / ramp);
            wave[from + i] = (short) (PEAK * edge * sum / note.hertz().length);
        }
        return from + samples;
    }
}
