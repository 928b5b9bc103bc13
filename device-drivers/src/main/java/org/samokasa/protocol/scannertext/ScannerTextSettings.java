package org.samokasa.protocol.scannertext;

import java.time.Duration;
import java.util.Objects;
import org.samokasa.protocol.Bytes;

/**
 * How the reader is set up.
 *
 * @param prefix comes before each message, may be empty; bytes before it are noise
 * @param terminator ends each message
 * @param lengthMax most payload bytes of one message; sheet section 1: 4096 is ample
 * @param gap silence after which a half message is thrown away, because half of an EAN-13 can be a valid EAN-8
 * @param commands which single-byte commands the reader understands
 */
public record ScannerTextSettings(
        Bytes prefix, Terminator terminator, int lengthMax, Duration gap, HostCommands commands) {
    public static final ScannerTextSettings USUAL =
            new ScannerTextSettings(Bytes.EMPTY, Terminator.CR, 4_096, Duration.ofMillis(200), HostCommands.NONE);

    public ScannerTextSettings {
        Objects.requireNonNull(terminator, "terminator");
        Objects.requireNonNull(commands, "commands");
        if (lengthMax < 1 || gap.isNegative() || gap.isZero()) {
            throw new IllegalArgumentException("limits must be positive: " + lengthMax + " bytes, " + gap);
        }
    }

    public ScannerTextSettings with(Terminator newTerminator) {
        return new ScannerTextSettings(prefix, newTerminator, lengthMax, gap, commands);
    }

    public ScannerTextSettings with(Bytes newPrefix) {
        return new ScannerTextSettings(newPrefix, terminator, lengthMax, gap, commands);
    }

    public ScannerTextSettings with(HostCommands newCommands) {
        return new ScannerTextSettings(prefix, terminator, lengthMax, gap, newCommands);
    }

    /** The suffix; sheet section 2. CR and CRLF are read alike: CR ends, one LF after it is swallowed. */
    public enum Terminator {
        CR(Bytes.of(0x0D)),
        CRLF(Bytes.of(0x0D, 0x0A)),
        LF(Bytes.of(0x0A)),
        TAB(Bytes.of(0x09)),
        ETX(Bytes.of(0x03));

        private final Bytes bytes;

        Terminator(Bytes bytes) {
            this.bytes = bytes;
        }

        public Bytes bytes() {
            return bytes;
        }

        int first() {
            return bytes.at(0);
        }
    }
}
