package org.samokasa.protocol.oemscale;

import org.samokasa.protocol.Bytes;

/** Reports to answers. */
public final class OemScaleCodec {
    /** Page FF45, usage 6E00. */
    public static final int SCALE = 0xFF45_6E00;

    public static final int COMMAND_BYTES = 5;
    public static final int WEIGH_METRIC = 0x02;
    public static final int ZERO = 0x03;
    public static final int EXTENDED_STATUS = 0x04;

    /** Five digits of grams in metric mode. */
    private static final int METRIC_DIGITS = 5;

    private OemScaleCodec() {}

    /** A command of the host; what is not given is zero. */
    public static Bytes command(int first) {
        return Bytes.of(first, 0, 0, 0, 0);
    }

    /** True when the answer has the three status bytes without which its reasons cannot be told apart. */
    public static boolean isExtended(Bytes report) {
        return !report.isEmpty() && (report.at(0) & 0x04) != 0;
    }

    /** Never throws, whatever the bytes are. */
    public static OemScaleAnswer decode(Bytes report) {
        if (report.size() < 2) {
            return new OemScaleAnswer.Malformed("a report of " + report.size() + " bytes");
        }
        int first = report.at(0);
        int second = report.at(1);
        if (first == 0xFF && second == 0xFF && (report.size() < 3 || report.at(2) == 0xFF)) {
            return new OemScaleAnswer.Reopen();
        }
        if ((second & 0x40) != 0 || (second & 0x08) != 0) {
            return new OemScaleAnswer.Fault((second & 0x40) != 0 ? "hardware error" : "data error");
        }
        if ((second & 0x20) != 0) {
            return new OemScaleAnswer.Settings("the scale wants its remote display, which is missing");
        }
        if ((first & 0x80) != 0 || (first & 0x01) != 0) {
            return new OemScaleAnswer.NotReady((first & 0x80) != 0 ? "not ready" : "firmware is being written");
        }
        if ((first & 0x40) != 0 || (second & 0x80) != 0 || (second & 0x10) != 0) {
            return new OemScaleAnswer.NotReady("the question was not answered");
        }
        return isExtended(report) ? extended(report, second) : brief(report, second);
    }

    private static OemScaleAnswer extended(Bytes report, int second) {
        if (report.size() < 3) {
            return new OemScaleAnswer.Malformed("the third status byte is missing");
        }
        int third = report.at(2);
        if ((third & 0x20) != 0) {
            return new OemScaleAnswer.NotReady("warming up");
        }
        if ((third & 0x10) != 0) {
            return new OemScaleAnswer.NeedsZero();
        }
        if ((third & 0x02) != 0) {
            return new OemScaleAnswer.BelowZero();
        }
        if ((third & 0x04) != 0) {
            return new OemScaleAnswer.Overload();
        }
        if ((third & 0x40) != 0) {
            return new OemScaleAnswer.Duplicate();
        }
        if ((third & 0x08) != 0) {
            return new OemScaleAnswer.Zero();
        }
        return (second & 0x04) != 0 ? new OemScaleAnswer.Moving() : weight(report, second, 3);
    }

    private static OemScaleAnswer brief(Bytes report, int second) {
        return (second & 0x04) != 0 ? new OemScaleAnswer.Moving() : weight(report, second, 2);
    }

    private static OemScaleAnswer weight(Bytes report, int second, int from) {
        boolean metric = (second & 0x01) != 0;
        int digits = (second & 0x03) != 0 ? METRIC_DIGITS : METRIC_DIGITS - 1;
        if (report.size() < from + digits) {
            return new OemScaleAnswer.Malformed((report.size() - from) + " digits where " + digits + " are expected");
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = report.at(from + i);
            if (digit > 9) {
                return new OemScaleAnswer.Malformed(String.format("%02X is no digit", digit));
            }
            value = value * 10 + digit;
        }
        return metric
                ? new OemScaleAnswer.Weight(value)
                : new OemScaleAnswer.Settings("the scale answers in pounds, set it to kilograms");
    }

    /** An answer with three status bytes; for the simulator and tests. */
    public static Bytes answer(int second, int third, int grams) {
        return Bytes.of(
                0x04,
                second,
                third,
                grams / 10_000 % 10,
                grams / 1_000 % 10,
                grams / 100 % 10,
                grams / 10 % 10,
                grams % 10);
    }
}
