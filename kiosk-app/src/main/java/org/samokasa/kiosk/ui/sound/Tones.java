package org.samokasa.kiosk.ui.sound;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.samokasa.kiosk.lane.Effect.Sound;

/** Plays the lane's tones. Never blocks the caller; a tone that comes while two are waiting is left out. */
public final class Tones implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Tones.class.getName());

    /** A tone later than this many others would no longer belong to what is seen. */
    private static final int WAITING_MAX = 2;

    private final ThreadPoolExecutor player = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            task -> {
                Thread thread = new Thread(task, "tones");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    /** Belongs to the player's thread. */
    private boolean absent;

    private SourceDataLine line;

    /** Any thread. */
    public void play(Sound sound) {
        player.execute(() -> sound(sound));
    }

    private void sound(Sound sound) {
        if (absent) {
            return;
        }
        try {
            if (line == null) {
                AudioFormat format = new AudioFormat(Waves.RATE, 16, 1, true, false);
                line = AudioSystem.getSourceDataLine(format);
                line.open(format);
                line.start();
            }
            byte[] bytes = bytes(Waves.of(sound));
            line.write(bytes, 0, bytes.length);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
            absent = true;
            LOG.log(System.Logger.Level.INFO, "no sound on this machine: {0}", silent.getMessage());
        }
    }

    private static byte[] bytes(short[] wave) {
        byte[] bytes = new byte[2 * wave.length];
        for (int i = 0; i < wave.length; i++) {
            bytes[2 * i] = (byte) wave[i];
            bytes[2 * i + 1] = (byte) (wave[i] >> 8);
        }
        return bytes;
    }

    @Override
    public void close() {
        player.execute(() -> {
            if (line != null) {
                line.close();
            }
            absent = true;
        });
        player.shutdown();
    }
}
