package org.samokasa.protocol.scalenci;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The status bytes, of which each but the first is announced by bit 6 of the one before it.
 *
 * @param third 0 when it was not sent; a fourth one says nothing that is needed here
 */
record NciStatus(int first, int second, int third) {
    static final int MOTION = 0x01;
    static final int AT_ZERO = 0x02;
    static final int RAM_ERROR = 0x04;
    static final int EEPROM_ERROR = 0x08;
    static final int UNDER_CAPACITY = 0x01;
    static final int OVER_CAPACITY = 0x02;
    static final int ROM_ERROR = 0x04;
    static final int BAD_CALIBRATION = 0x08;
    static final int NET = 0x04;
    static final int FIRST_ZERO_ERROR = 0x08;

    private static final int FIXED = 0x30;
    private static final int ANOTHER = 0x40;
    private static final int BYTES_MAX = 4;

    /** Empty when the bytes do not fit together. */
    static Optional<NciStatus> read(Bytes bytes) {
        if (bytes.size() < 2 || bytes.size() > BYTES_MAX) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.size(); i++) {
            boolean announcesMore = (bytes.at(i) & ANOTHER) != 0;
            boolean moreFollows = i > 0 && i < bytes.size() - 1;
            if ((bytes.at(i) & 0x80) != 0 || (bytes.at(i) & FIXED) != FIXED || announcesMore != moreFollows) {
                return Optional.empty();
            }
        }
        return Optional.of(new NciStatus(bytes.at(0), bytes.at(1), bytes.size() > 2 ? bytes.at(2) : 0));
    }

    /** What is broken, in words; empty when nothing is. */
    Optional<String> fault() {
        if (has(first, RAM_ERROR)) {
            return Optional.of("the scale reports a RAM error");
        }
        if (has(first, EEPROM_ERROR)) {
            return Optional.of("the scale reports an EEPROM error");
        }
        if (has(second, ROM_ERROR)) {
            return Optional.of("the scale reports a ROM error");
        }
        return has(second, BAD_CALIBRATION) ? Optional.of("the scale reports a bad calibration") : Optional.empty();
    }

    boolean isMoving() {
        return has(first, MOTION);
    }

    boolean isAtZero() {
        return has(first, AT_ZERO);
    }

    boolean isUnder() {
        return has(second, UNDER_CAPACITY);
    }

    boolean isOver() {
        return has(second, OVER_CAPACITY);
    }

    boolean isNet() {
        return has(third, NET);
    }

    boolean missedItsFirstZero() {
        return has(third, FIRST_ZERO_ERROR);
    }

    private static boolean has(int octet, int bit) {
        return (octet & bit) != 0;
    }

    /** The bytes of a status; the arguments are sums of the constants of this class. */
    static Bytes encode(int first, int second, int third) {
        return third == 0
                ? Bytes.of(FIXED | first, FIXED | second)
                : Bytes.of(FIXED | first, FIXED | ANOTHER | second, FIXED | third);
    }
}
