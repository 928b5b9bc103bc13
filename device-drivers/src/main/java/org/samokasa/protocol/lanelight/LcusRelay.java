package org.samokasa.protocol.lanelight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Commands of serial relay boards of the LCUS type: {@code A0 channel state sum} (sheet section 2). The basic board never
 * answers.
 */
public final class LcusRelay {
    private static final int START = 0xA0;
    private static final int LENGTH = 4;

    /** @param channel from 1 */
    public record Command(int channel, boolean on) {}

    private LcusRelay() {}

    /** @param channel 1 to 8 */
    public static Bytes set(int channel, boolean on) {
        if (channel < 1 || channel > 8) {
            throw new IllegalArgumentException("a relay board has channels 1 to 8, got " + channel);
        }
        int state = on ? 1 : 0;
        return Bytes.of(START, channel, state, START + channel + state & 0xFF);
    }

    /** One command of four bytes; empty when sum, start or state is wrong, which a board ignores without a word. */
    public static Optional<Command> read(Bytes four) {
        boolean right = four.size() == LENGTH
                && four.at(0) == START
                && four.at(2) <= 1
                && (START + four.at(1) + four.at(2) & 0xFF) == four.at(3);
        return right ? Optional.of(new Command(four.at(1), four.at(2) == 1)) : Optional.empty();
    }

    /** Cuts a stream into commands as a board does, four bytes at a time; a rest is left. */
    public static List<Bytes> cut(Bytes stream) {
        List<Bytes> commands = new ArrayList<>();
        for (int at = 0; at + LENGTH <= stream.size(); at += LENGTH) {
            commands.add(stream.slice(at, at + LENGTH));
        }
        return commands;
    }
}
