package org.samokasa.protocol.lanelight;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Network towers of Patlite, PHN command: {@code W} and one byte, answered by {@code ACK} or {@code NAK} in letters.
 * Source: user manual of the NHL series, section 3.5; NHS and LA6-POE have it too. TCP port 10000 unless set otherwise.
 */
public final class PatliteTower {
    private static final int WRITE = 'W';
    private static final int ANSWER_BYTES = 3;
    private static final Bytes ACK = Bytes.ascii("ACK");
    private static final Bytes NAK = Bytes.ascii("NAK");

    /** A lamp that is lit and blinking is lit: lighting goes before. */
    public enum Lamp {
        OFF,
        ON,
        BLINKING
    }

    private PatliteTower() {}

    /** Bits 0 to 2 light red, amber and green, bits 5 to 7 let them blink; the buzzer's bits 3 and 4 stay 0. */
    public static Bytes write(Lamp green, Lamp amber, Lamp red) {
        return Bytes.of(WRITE, bits(red, 0) | bits(amber, 1) | bits(green, 2));
    }

    private static int bits(Lamp lamp, int place) {
        return switch (lamp) {
            case OFF -> 0;
            case ON -> 1 << place;
            case BLINKING -> 1 << place + 5;
        };
    }

    /** Green, amber and red of a written byte. */
    public static Lamp[] read(int octet) {
        return new Lamp[] {lamp(octet, 2), lamp(octet, 1), lamp(octet, 0)};
    }

    private static Lamp lamp(int octet, int place) {
        if ((octet >> place & 1) != 0) {
            return Lamp.ON;
        }
        return (octet >> place + 5 & 1) != 0 ? Lamp.BLINKING : Lamp.OFF;
    }

    public static Bytes answer(boolean taken) {
        return taken ? ACK : NAK;
    }

    /** Collects answers over any split of the stream; a byte that fits no answer is dropped. */
    public static final class Answers {
        private Bytes rest = Bytes.EMPTY;

        /** True for ACK, false for NAK; the last one when several came. Empty while none is whole. */
        public Optional<Boolean> feed(Bytes chunk) {
            Optional<Boolean> last = Optional.empty();
            Bytes stream = rest.plus(chunk);
            int at = 0;
            while (at + ANSWER_BYTES <= stream.size()) {
                Bytes three = stream.slice(at, at + ANSWER_BYTES);
                boolean whole = three.equals(ACK) || three.equals(NAK);
                last = whole ? Optional.of(three.equals(ACK)) : last;
                at += whole ? ANSWER_BYTES : 1;
            }
            rest = stream.slice(at, stream.size());
            return last;
        }

        public void reset() {
            rest = Bytes.EMPTY;
        }
    }
}
