package org.samokasa.protocol.hidscale;

import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidField;
import org.samokasa.protocol.hid.ReportDescriptor;
import org.samokasa.protocol.hid.ReportKind;

/**
 * Where the parts of a scale's reports are.
 *
 * @param zero the report that asks the scale to take its load as zero; empty when it cannot be asked
 */
public record HidScaleLayout(
        int reportId, HidField status, HidField unit, HidField exponent, HidField weight, Optional<Bytes> zero) {
    /** Scale device, weighing page. */
    public static final int SCALE = 0x8D0020;

    private static final int WEIGHT = 0x8D0040;
    private static final int EXPONENT = 0x8D0041;
    private static final int UNIT = 0x8D0050;
    private static final int STATUS = 0x8D0070;
    private static final int ZERO = 0x8D0080;
    private static final int STABLE = 0x8D0074;
    private static final int GRAM = 0x8D0052;

    /** The usual reports (sheet 2.1) as a descriptor: data report 3, control report 2. */
    public static final Bytes USUAL = Bytes.hex("""
            05 8D 09 20 A1 01
            85 03 09 32 A1 02 75 08 95 01
            15 01 25 08 19 71 29 78 81 00
            15 01 25 0C 19 51 29 5C 81 00
            15 80 25 7F 09 41 81 02
            15 00 27 FF FF 00 00 75 10 09 40 81 02 C0
            85 02 09 31 A1 02 15 00 25 01 75 01 09 81 91 02 09 80 91 02 95 06 91 03 C0
            C0""");

    /** The layout this descriptor gives, or the usual one. */
    public static HidScaleLayout of(Bytes descriptor) {
        return read(descriptor).or(() -> read(USUAL)).orElseThrow();
    }

    private static Optional<HidScaleLayout> read(Bytes bytes) {
        ReportDescriptor descriptor;
        try {
            descriptor = ReportDescriptor.parse(bytes);
        } catch (IllegalArgumentException notReadable) {
            return Optional.empty();
        }
        Optional<HidField> weight = descriptor.find(ReportKind.INPUT, WEIGHT);
        Optional<HidField> exponent = descriptor.find(ReportKind.INPUT, EXPONENT);
        Optional<HidField> status = place(descriptor, STABLE, STATUS);
        Optional<HidField> unit = place(descriptor, GRAM, UNIT);
        if (weight.isEmpty() || exponent.isEmpty() || status.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HidScaleLayout(
                weight.get().reportId(), status.get(), unit.get(), exponent.get(), weight.get(), zero(descriptor)));
    }

    /** As a selector among its states, or as a plain number under its own usage. */
    private static Optional<HidField> place(ReportDescriptor descriptor, int oneOf, int plain) {
        return descriptor.selector(ReportKind.INPUT, oneOf).or(() -> descriptor.find(ReportKind.INPUT, plain));
    }

    private static Optional<Bytes> zero(ReportDescriptor descriptor) {
        return descriptor
                .find(ReportKind.OUTPUT, ZERO)
                .or(() -> descriptor.find(ReportKind.FEATURE, ZERO))
                .map(field -> {
                    byte[] report = new byte[descriptor.length(field.kind(), field.reportId())];
                    if (field.reportId() != 0) {
                        report[0] = (byte) field.reportId();
                    }
                    field.put(report, 0, 1);
                    return Bytes.copyOf(report);
                });
    }

    /** True when the report reaches to the end of the weight. */
    boolean holds(Bytes report) {
        return weight.fits(report, 0) && status.fits(report, 0) && unit.fits(report, 0) && exponent.fits(report, 0);
    }

    int statusOf(Bytes report) {
        return status.selector() ? status.selected(report, 0) & 0x0F : (int) status.value(report, 0);
    }

    int unitOf(Bytes report) {
        return unit.selector() ? unit.selected(report, 0) & 0x0F : (int) unit.value(report, 0);
    }
}
