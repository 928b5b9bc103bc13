package org.samokasa.protocol.hidscanner;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidField;
import org.samokasa.protocol.hid.ReportKind;

/** Reports to records and back. */
public final class HidScannerCodec {
    private HidScannerCodec() {}

    /** Never throws, whatever the bytes are. */
    public static HidScannerReport decode(HidScannerLayout layout, Bytes report) {
        if (layout.reportId() != 0 && (report.isEmpty() || report.at(0) != layout.reportId())) {
            return new HidScannerReport.Nothing();
        }
        if (!layout.length().fits(report, 0)) {
            return new HidScannerReport.Malformed("a report of " + report.size() + " bytes");
        }
        int count = (int) layout.length().value(report, 0);
        if (count == 0) {
            return new HidScannerReport.Nothing();
        }
        if (count > layout.data().count()) {
            return new HidScannerReport.Malformed(
                    count + " bytes of data where " + layout.data().count() + " have room");
        }
        // Some systems cut zeros off the end, so only what the length promises must be there.
        if (!layout.data().fits(report, count - 1)) {
            return new HidScannerReport.Malformed("the report ends within its data");
        }
        int from = layout.data().bitOffset() / 8;
        return new HidScannerReport.Data(
                aim(layout, report),
                layout.vendorCode().map(field -> valueOrZero(field, report)).orElse(0),
                report.slice(from, from + count),
                layout.continued().map(field -> valueOrZero(field, report)).orElse(0) == 1);
    }

    private static int valueOrZero(HidField field, Bytes report) {
        return field.fits(report, 0) ? (int) field.value(report, 0) : 0;
    }

    private static String aim(HidScannerLayout layout, Bytes report) {
        StringBuilder aim = new StringBuilder();
        for (HidField field : layout.aim()) {
            aim.append((char) field.value(report, 0));
        }
        return aim.toString().matches("][A-Za-z][0-9A-Za-z]") ? aim.toString() : "";
    }

    /** One part of a label as a reader sends it; for the simulator and tests. */
    public static Bytes encode(HidScannerLayout layout, HidScannerReport.Data part) {
        byte[] report = new byte[layout.descriptor().length(ReportKind.INPUT, layout.reportId())];
        report[0] = (byte) layout.reportId();
        layout.length().put(report, 0, part.data().size());
        byte[] aim = part.aim().getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < Math.min(aim.length, layout.aim().size()); i++) {
            layout.aim().get(i).put(report, 0, aim[i]);
        }
        for (int i = 0; i < part.data().size(); i++) {
            layout.data().put(report, i, part.data().at(i));
        }
        layout.vendorCode().ifPresent(field -> field.put(report, 0, part.vendorCode()));
        layout.continued().ifPresent(field -> field.put(report, 0, part.more() ? 1 : 0));
        return Bytes.copyOf(report);
    }

    /** How many bytes of a label one report carries. */
    public static int room(HidScannerLayout layout) {
        return layout.data().count();
    }

    /** An output report with these usages set; empty when the reader has none of them. */
    static Optional<Bytes> command(HidScannerLayout layout, int first, boolean set, Optional<Integer> second) {
        Optional<HidField> wanted = layout.descriptor().find(ReportKind.OUTPUT, first);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        int id = wanted.get().reportId();
        byte[] report = new byte[layout.descriptor().length(ReportKind.OUTPUT, id)];
        if (id != 0) {
            report[0] = (byte) id;
        }
        wanted.get().put(report, 0, set ? 1 : 0);
        second.flatMap(usage -> layout.descriptor().find(ReportKind.OUTPUT, usage))
                .filter(field -> field.reportId() == id)
                .ifPresent(field -> field.put(report, 0, 1));
        return Optional.of(Bytes.copyOf(report));
    }
}
