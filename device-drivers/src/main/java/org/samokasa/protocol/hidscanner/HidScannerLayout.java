package org.samokasa.protocol.hidscanner;

import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidField;
import org.samokasa.protocol.hid.ReportDescriptor;
import org.samokasa.protocol.hid.ReportKind;

/**
 * Where the parts of a reader's reports are. Readers differ, so the places come from the descriptor.
 *
 * @param reportId of the data report, 0 when the reader uses no ids
 * @param aim the three characters of the AIM identifier; empty for readers that send none
 * @param vendorCode the maker's own name of the symbology
 */
public record HidScannerLayout(
        int reportId,
        HidField length,
        List<HidField> aim,
        HidField data,
        Optional<HidField> continued,
        Optional<HidField> vendorCode,
        ReportDescriptor descriptor) {
    /** Bar code scanner, point-of-sale page. */
    public static final int SCANNER = 0x8C0002;

    static final int PREVENT_READ = 0x8C005F;
    static final int ERROR_BEEP = 0x8C0085;
    static final int GOOD_BEEP = 0x8C0086;
    static final int NOT_ON_FILE_BEEP = 0x8C0087;
    private static final int DECODED_DATA = 0x8C00FE;
    private static final int CONTINUED = 0x8C00FF;
    private static final List<Integer> AIM = List.of(0x8C00FB, 0x8C00FC, 0x8C00FD);
    private static final int BYTE_COUNT = 0x01003B;
    /** Pages from here on belong to makers. */
    private static final int VENDOR_PAGES = 0xFF00;

    /** The usual report (sheet 2.2) as a descriptor, for readers whose own cannot be read. */
    static final Bytes USUAL = Bytes.hex("""
            05 8C 09 02 A1 01  85 02  15 00 26 FF 00 75 08
            95 01 05 01 09 3B 81 02
            95 03 05 8C 09 FB 09 FC 09 FD 81 02
            95 38 09 FE 82 02 01
            06 66 FF 95 01 09 04 81 02  81 03
            05 8C 25 01 75 01 95 01 09 FF 81 02 75 07 81 03
            C0""");

    /** The layout this descriptor gives; the usual one when it says nothing of decoded data or makes no sense. */
    public static HidScannerLayout of(Bytes descriptor) {
        return read(descriptor).or(() -> read(USUAL)).orElseThrow();
    }

    private static Optional<HidScannerLayout> read(Bytes bytes) {
        ReportDescriptor descriptor;
        try {
            descriptor = ReportDescriptor.parse(bytes);
        } catch (IllegalArgumentException notReadable) {
            return Optional.empty();
        }
        Optional<HidField> data =
                descriptor.find(ReportKind.INPUT, DECODED_DATA).filter(HidScannerLayout::bytes);
        return data.flatMap(field -> length(descriptor, field).map(length -> layout(descriptor, field, length)));
    }

    private static HidScannerLayout layout(ReportDescriptor descriptor, HidField data, HidField length) {
        List<HidField> aim = AIM.stream()
                .map(usage -> descriptor.find(ReportKind.INPUT, usage))
                .flatMap(Optional::stream)
                .filter(HidScannerLayout::bytes)
                .toList();
        Optional<HidField> vendor = inputs(descriptor, data)
                .filter(field -> field.bitOffset() > data.bitOffset())
                .filter(field -> !field.usages().isEmpty() && field.usages().get(0) >>> 16 >= VENDOR_PAGES)
                .filter(HidScannerLayout::bytes)
                .findFirst();
        return new HidScannerLayout(
                data.reportId(),
                length,
                aim.size() == AIM.size() ? aim : List.of(),
                data,
                descriptor.find(ReportKind.INPUT, CONTINUED),
                vendor,
                descriptor);
    }

    /** The byte count by its usage; readers that do not name it have it before everything else. */
    private static Optional<HidField> length(ReportDescriptor descriptor, HidField data) {
        Optional<HidField> named =
                descriptor.find(ReportKind.INPUT, BYTE_COUNT).filter(field -> field.reportId() == data.reportId());
        int first = data.reportId() == 0 ? 0 : 8;
        return named.or(() -> inputs(descriptor, data)
                        .filter(field -> field.bitOffset() == first && field.bitOffset() < data.bitOffset())
                        .findFirst())
                .filter(HidScannerLayout::bytes);
    }

    private static java.util.stream.Stream<HidField> inputs(ReportDescriptor descriptor, HidField like) {
        return descriptor.fields().stream()
                .filter(field -> field.kind() == ReportKind.INPUT && field.reportId() == like.reportId())
                .filter(field -> !field.constant() && !field.selector());
    }

    /** Whole bytes at whole places; everything else is no text. */
    private static boolean bytes(HidField field) {
        return field.bitSize() == 8 && field.bitOffset() % 8 == 0;
    }
}
