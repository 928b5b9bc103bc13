package org.samokasa.protocol.oemscanner;

import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.oemscanner.OemReport.Status;

/** Reports to records and back. */
public final class OemScannerCodec {
    /** Page FF45, usage 4B00. */
    public static final int HAND_HELD = 0xFF45_4B00;
    /** Page FF45, usage 4A00. */
    public static final int TABLE_TOP = 0xFF45_4A00;

    public static final int INPUT_BYTES = 64;
    public static final int COMMAND_BYTES = 11;

    public static final int ENABLE = 0x11;
    public static final int DISABLE = 0x12;
    public static final int DIRECT = 0x30;
    public static final int GOOD_BEEP = 0x04;
    public static final int NOT_ON_FILE = 0x06;
    /** Second byte of the command 00. */
    public static final int ASK_STATUS = 0x20;

    static final int STATUS_BYTES = 4;
    /** Ends an identifier of three bytes; no identifier of one byte has this value. */
    private static final int LONG_MARK = 0x0B;
    /** First of the three bytes when the block is not the last. */
    private static final int MORE = 0x10;
    /** A reader in BCD mode sends digits as their values. */
    private static final int DIGITS = 10;

    private OemScannerCodec() {}

    /** Never throws, whatever the bytes are. */
    public static OemReport decode(Bytes report) {
        if (report.isEmpty() || report.at(0) < STATUS_BYTES || report.at(0) > report.size()) {
            return new OemReport.Malformed("length " + (report.isEmpty() ? "missing" : report.at(0))
                    + " in a report of " + report.size() + " bytes");
        }
        Status status = new Status(report.at(1), report.at(2), report.at(3));
        Bytes body = report.slice(STATUS_BYTES, report.at(0));
        if (body.isEmpty() || holdsNoLabel(status)) {
            return new OemReport.Alone(status);
        }
        int last = body.at(body.size() - 1);
        if (last != LONG_MARK) {
            return new OemReport.Label(status, text(body.slice(0, body.size() - 1)), true, last, true);
        }
        if (body.size() < 3 || (body.at(body.size() - 3) != 0 && body.at(body.size() - 3) != MORE)) {
            return new OemReport.Malformed("an identifier that is none: " + body);
        }
        Bytes data = body.slice(0, body.size() - 3);
        // One model was seen to put a zero more before the identifier (sheet 4.5, traps).
        boolean zeroMore = data.size() > 1 && data.at(data.size() - 1) == 0 && data.at(data.size() - 2) >= DIGITS;
        return new OemReport.Label(
                status,
                text(zeroMore ? data.slice(0, data.size() - 1) : data),
                false,
                body.at(body.size() - 2),
                body.at(body.size() - 3) != MORE);
    }

    /** Configuration, two-label table and direct I/O answers come in the same report. */
    private static boolean holdsNoLabel(Status status) {
        return (status.first() & 0x46) != 0;
    }

    private static Bytes text(Bytes data) {
        byte[] octets = data.toArray();
        for (byte octet : octets) {
            if ((octet & 0xFF) >= DIGITS) {
                return data;
            }
        }
        for (int i = 0; i < octets.length; i++) {
            octets[i] += '0';
        }
        return Bytes.copyOf(octets);
    }

    /** A command of the host; what is not given is zero. */
    public static Bytes command(int... octets) {
        byte[] report = new byte[COMMAND_BYTES];
        for (int i = 0; i < octets.length; i++) {
            report[i] = (byte) octets[i];
        }
        return Bytes.copyOf(report);
    }

    /** An input report; for the simulator and tests. */
    public static Bytes report(int first, int second, int third, Bytes body) {
        byte[] report = new byte[INPUT_BYTES];
        report[0] = (byte) (STATUS_BYTES + body.size());
        report[1] = (byte) first;
        report[2] = (byte) second;
        report[3] = (byte) third;
        System.arraycopy(body.toArray(), 0, report, STATUS_BYTES, body.size());
        return Bytes.copyOf(report);
    }
}
