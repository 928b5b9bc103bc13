package org.samokasa.protocol.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidField;
import org.samokasa.protocol.hid.ReportDescriptor;
import org.samokasa.protocol.hid.ReportKind;
import org.samokasa.protocol.hidscale.HidScaleCodec;
import org.samokasa.protocol.hidscale.HidScaleLayout;
import org.samokasa.protocol.hidscale.HidScaleReading;
import org.samokasa.protocol.hidscanner.HidScannerCodec;
import org.samokasa.protocol.hidscanner.HidScannerLayout;
import org.samokasa.protocol.hidscanner.HidScannerReport;

/** Reports of HID POS scanners and HID scales: what each says, and its fields by usage. */
public final class HidExplainer {
    /** Data reports of scales are 6 to 8 bytes, those of scanners some 60 (sheets scanner-usb 2.2, scale-usb 2.1). */
    private static final int SCALE_BYTES_MAX = 8;

    /** What sends the reports. */
    public enum Machine {
        SCANNER,
        SCALE
    }

    private HidExplainer() {}

    /** Told by its descriptor, or by the length of a report when there is none or it tells nothing. */
    public static Machine machineOf(Bytes descriptor, Bytes report) {
        Optional<ReportDescriptor> read = parsed(descriptor);
        if (read.filter(own -> own.isFor(HidScannerLayout.SCANNER)).isPresent()) {
            return Machine.SCANNER;
        }
        boolean scale = read.filter(own -> own.isFor(HidScaleLayout.SCALE)).isPresent();
        return scale || report.size() <= SCALE_BYTES_MAX ? Machine.SCALE : Machine.SCANNER;
    }

    /**
     * One report that came from the machine. Any bytes, never throws.
     *
     * @param descriptor the machine's own; empty for the usual one
     */
    public static Map<String, Object> received(Machine machine, Bytes descriptor, Bytes report) {
        return switch (machine) {
            case SCANNER -> {
                HidScannerLayout layout = HidScannerLayout.of(descriptor);
                Map<String, Object> told = scanner(HidScannerCodec.decode(layout, report));
                yield withFields(told, layout.descriptor(), ReportKind.INPUT, report);
            }
            case SCALE -> {
                HidScaleLayout layout = HidScaleLayout.of(descriptor);
                Map<String, Object> told = scale(HidScaleCodec.decode(layout, report));
                yield withFields(told, described(Machine.SCALE, descriptor), ReportKind.INPUT, report);
            }
        };
    }

    /** One report that the host sent, by the names of what it sets. Any bytes, never throws. */
    public static Map<String, Object> sent(Machine machine, Bytes descriptor, Bytes report) {
        ReportDescriptor reports = described(machine, descriptor);
        int id = reports.usesIds() && !report.isEmpty() ? report.at(0) : 0;
        ReportKind kind = reports.wayOut(id);
        Map<String, Object> fields = fields(reports, kind, report);
        if (fields.isEmpty()) {
            return Explained.wrong("report " + id + " to the machine", "its descriptor has no such report");
        }
        List<String> set = fields.entrySet().stream()
                .filter(field -> !field.getValue().equals(0L))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Object> told = Explained.fine("command", set.isEmpty() ? "all off" : String.join(", ", set));
        told.put("fields", fields);
        return told;
    }

    private static Optional<ReportDescriptor> parsed(Bytes descriptor) {
        try {
            return descriptor.isEmpty() ? Optional.empty() : Optional.of(ReportDescriptor.parse(descriptor));
        } catch (IllegalArgumentException notReadable) {
            return Optional.empty();
        }
    }

    private static ReportDescriptor described(Machine machine, Bytes descriptor) {
        Bytes usual = HidScaleLayout.USUAL;
        return parsed(descriptor)
                .orElseGet(() -> machine == Machine.SCANNER
                        ? HidScannerLayout.of(Bytes.EMPTY).descriptor()
                        : ReportDescriptor.parse(usual));
    }

    private static Map<String, Object> scanner(HidScannerReport report) {
        if (report instanceof HidScannerReport.Malformed malformed) {
            return Explained.wrong("scanner report", malformed.why());
        }
        if (report instanceof HidScannerReport.Data data) {
            String text = data.data().toText(StandardCharsets.ISO_8859_1);
            Map<String, Object> map = Explained.fine(data.more() ? "part of a label" : "label", text);
            map.put("aim", data.aim());
            if (data.vendorCode() != 0) {
                map.put("vendorCode", String.format("%02X", data.vendorCode()));
            }
            return map;
        }
        return Explained.fine("no data", null);
    }

    private static Map<String, Object> scale(HidScaleReading reading) {
        if (reading instanceof HidScaleReading.Malformed malformed) {
            return Explained.wrong("scale report", malformed.why());
        }
        if (reading instanceof HidScaleReading.Stable stable) {
            return Explained.fine("weight in grams", stable.grams());
        }
        if (reading instanceof HidScaleReading.Zero) {
            return Explained.fine("weight in grams", 0);
        }
        return Explained.fine(word(reading), null);
    }

    private static String word(HidScaleReading reading) {
        if (reading instanceof HidScaleReading.Moving) {
            return "moving";
        }
        if (reading instanceof HidScaleReading.BelowZero) {
            return "below zero";
        }
        if (reading instanceof HidScaleReading.Overload) {
            return "overload";
        }
        if (reading instanceof HidScaleReading.NeedsZero) {
            return "must be zeroed";
        }
        if (reading instanceof HidScaleReading.NeedsCalibration) {
            return "must be calibrated";
        }
        return reading instanceof HidScaleReading.Fault ? "fault" : "no reading";
    }

    private static Map<String, Object> withFields(
            Map<String, Object> told, ReportDescriptor reports, ReportKind kind, Bytes report) {
        Map<String, Object> fields = fields(reports, kind, report);
        if (!fields.isEmpty()) {
            told.put("fields", fields);
        }
        return told;
    }

    private static Map<String, Object> fields(ReportDescriptor reports, ReportKind kind, Bytes report) {
        int id = reports.usesIds() && !report.isEmpty() ? report.at(0) : 0;
        Map<String, Object> all = new LinkedHashMap<>();
        for (HidField field : reports.fields()) {
            if (field.kind() == kind && field.reportId() == id && !field.constant()) {
                put(all, field, report);
            }
        }
        return all;
    }

    private static void put(Map<String, Object> all, HidField field, Bytes report) {
        List<Integer> usages = field.usages();
        if (field.selector()) {
            if (field.fits(report, 0)) {
                all.put(
                        "one of " + HidUsages.name(usages.isEmpty() ? 0 : usages.get(0)) + " ..",
                        chosen(field, report));
            }
        } else if (usages.size() == 1 && field.count() > 1 && field.bitSize() == 8) {
            all.put(HidUsages.name(usages.get(0)), row(field, report));
        } else {
            for (int i = 0; i < Math.min(field.count(), usages.size()) && field.fits(report, i); i++) {
                all.put(HidUsages.name(usages.get(i)), field.value(report, i));
            }
        }
    }

    private static String chosen(HidField field, Bytes report) {
        int usage = field.selected(report, 0);
        return usage == 0 ? "none (" + field.value(report, 0) + ")" : HidUsages.name(usage);
    }

    /** Bytes in hex without the padding at their end. */
    private static String row(HidField field, Bytes report) {
        List<String> hex = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < field.count() && field.fits(report, i); i++) {
            long value = field.value(report, i) & 0xFF;
            hex.add(String.format("%02X", value));
            used = value == 0 ? used : hex.size();
        }
        return String.join(" ", hex.subList(0, used));
    }
}
