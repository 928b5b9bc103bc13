package org.samokasa.protocol.lanelight;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * USB-HID relay boards that call themselves {@code USBRelay1} to {@code USBRelay8}: feature reports of eight bytes without an
 * id (sheet lane-light, section 3). Some systems put a report id of 0 in front, so nine bytes are read as well.
 */
public final class UsbRelay {
    /** Relays of the largest board. */
    public static final int RELAYS_MAX = 8;

    /** Vendor and product of the free USB stack that they run; many other gadgets have the same. */
    public static final int VENDOR = 0x16C0;

    public static final int PRODUCT = 0x05DF;

    /** Page and usage of its only collection, the maker's own. */
    public static final int USAGE = 0xFF000001;

    /** The descriptor that stack gives: eight bytes of a feature, page and usage of the maker's own. */
    public static final Bytes DESCRIPTOR =
            Bytes.hex("06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 08 09 00 B2 02 01 C0");

    private static final int LENGTH = 8;
    private static final int ONE_ON = 0xFF;
    private static final int ONE_OFF = 0xFD;
    private static final int ALL_ON = 0xFE;
    private static final int ALL_OFF = 0xFC;
    private static final int SERIAL_CHARACTERS = 5;
    private static final int STATE_AT = 7;

    /** @param channel from 1; 0 for all of them */
    public record Command(int channel, boolean on) {}

    /**
     * What a board says of itself.
     *
     * @param serial five characters set by its owner, empty for a board that was never given one
     * @param relays bit n-1 is relay n
     */
    public record State(String serial, int relays) {
        public boolean isOn(int channel) {
            return (relays >> channel - 1 & 1) == 1;
        }
    }

    private UsbRelay() {}

    /** @param channel 1 to 8 */
    public static Bytes set(int channel, boolean on) {
        if (channel < 1 || channel > RELAYS_MAX) {
            throw new IllegalArgumentException("a relay board has channels 1 to 8, got " + channel);
        }
        return Bytes.of(on ? ONE_ON : ONE_OFF, channel, 0, 0, 0, 0, 0, 0);
    }

    /** Empty when it is no command to switch something. */
    public static Optional<Command> read(Bytes report) {
        return plain(report).flatMap(eight -> switch (eight.at(0)) {
            case ONE_ON, ONE_OFF ->
                eight.at(1) >= 1 && eight.at(1) <= RELAYS_MAX
                        ? Optional.of(new Command(eight.at(1), eight.at(0) == ONE_ON))
                        : Optional.empty();
            case ALL_ON, ALL_OFF -> Optional.of(new Command(0, eight.at(0) == ALL_ON));
            default -> Optional.empty();
        });
    }

    /** Empty when it is too short or too long, or its serial is no text. */
    public static Optional<State> state(Bytes report) {
        return plain(report).flatMap(eight -> {
            String serial = eight.slice(0, SERIAL_CHARACTERS)
                    .toText(StandardCharsets.ISO_8859_1)
                    .replace("\0", "");
            return serial.matches("[!-~]*") ? Optional.of(new State(serial, eight.at(STATE_AT))) : Optional.empty();
        });
    }

    private static Optional<Bytes> plain(Bytes report) {
        if (report.size() == LENGTH) {
            return Optional.of(report);
        }
        boolean withId = report.size() == LENGTH + 1 && report.at(0) == 0;
        return withId ? Optional.of(report.slice(1, report.size())) : Optional.empty();
    }
}
