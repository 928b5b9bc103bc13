package org.samokasa.sim.device.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.protocol.hidscanner.HidScannerCodec;
import org.samokasa.protocol.hidscanner.HidScannerLayout;
import org.samokasa.protocol.hidscanner.HidScannerReport;

/** A HID POS reader. Output report 4, bits: 1 prevent read, 3 good-read beep, 4 not-on-file beep (scanner-usb 2.2). */
public final class HidReader extends UsbReader {
    private static final Bytes DESCRIPTOR = Bytes.hex("""
            05 8C 09 02 A1 01
            85 02 09 12 A1 02 15 00 26 FF 00 75 08 95 01 05 01 09 3B 81 02
            95 03 05 8C 09 FB 09 FC 09 FD 81 02 95 38 09 FE 82 02 01
            06 66 FF 95 01 09 04 81 02 81 03
            05 8C 25 01 75 01 95 01 09 FF 81 02 75 07 81 03 C0
            85 04 09 14 A1 02 75 01 95 01 91 03 95 06 09 5F 09 60 09 86 09 87 09 85 09 7D 91 02 95 01 91 03 C0
            C0""");
    /** A Honeywell product id that says nothing about the protocol, as real ones do not. */
    private static final HidIdentity IDENTITY =
            new HidIdentity(0x0C2E, 0x0B87, "", "Samokasa", "simulated HID POS scanner", DESCRIPTOR);

    private static final int COMMAND_REPORT = 0x04;
    private static final int PREVENT_READ = 0x02;
    private static final int GOOD_BEEP = 0x08;
    private static final int NOT_ON_FILE = 0x10;
    private static final int AIM_LENGTH = 3;

    private final HidScannerLayout layout = HidScannerLayout.of(DESCRIPTOR);
    private boolean prevented;

    public HidReader(String name) {
        super(name);
    }

    @Override
    public Optional<HidIdentity> usb() {
        return Optional.of(IDENTITY);
    }

    @Override
    public boolean isEnabled() {
        return !prevented;
    }

    @Override
    List<Bytes> reports(String symbol) {
        String aim = symbol.substring(0, AIM_LENGTH);
        Bytes data = Bytes.copyOf(symbol.substring(AIM_LENGTH).getBytes(StandardCharsets.UTF_8));
        int room = HidScannerCodec.room(layout);
        List<Bytes> reports = new ArrayList<>();
        for (int from = 0; from < data.size(); from += room) {
            int end = Math.min(data.size(), from + room);
            reports.add(HidScannerCodec.encode(
                    layout, new HidScannerReport.Data(aim, 0, data.slice(from, end), end < data.size())));
        }
        return reports;
    }

    /** It comes up reading, whatever it was told before. */
    @Override
    public void connected(Wire newWire, Instant now) {
        super.connected(newWire, now);
        prevented = false;
    }

    @Override
    public void receive(Bytes report, Instant now) {
        if (report.size() < 2 || report.at(0) != COMMAND_REPORT) {
            return;
        }
        prevented = (report.at(1) & PREVENT_READ) != 0;
        if ((report.at(1) & GOOD_BEEP) != 0) {
            beep();
        }
        if ((report.at(1) & NOT_ON_FILE) != 0) {
            refuse();
        }
    }
}
