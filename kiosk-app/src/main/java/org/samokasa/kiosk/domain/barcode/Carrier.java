package org.samokasa.kiosk.domain.barcode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A symbology beyond EAN/UPC and ITF that can mark goods.
 *
 * @param holdsElements its symbol says that it holds GS1 elements; otherwise it may hold a web link
 */
record Carrier(String symbology, boolean holdsElements) {
    /** By AIM identifier (ISO/IEC 15424, GS1 General Specifications figure 5.1.2-1). */
    private static final Map<Carrier, List<String>> ALL = Map.of(
            new Carrier("GS1-128", true), List.of("]C1"),
            new Carrier("GS1 DataBar", true), List.of("]e0"),
            new Carrier("GS1 Composite", true), List.of("]e1", "]e2"),
            new Carrier("GS1 DataMatrix", true), List.of("]d2", "]d5"),
            new Carrier("GS1 QR Code", true), List.of("]Q3", "]Q4"),
            new Carrier("GS1 DotCode", true), List.of("]J1"),
            new Carrier("Code 128", false), List.of("]C0"),
            new Carrier("Data Matrix", false), List.of("]d0", "]d1", "]d4"),
            new Carrier("QR Code", false), List.of("]Q0", "]Q1", "]Q2"),
            new Carrier("DotCode", false), List.of("]J0"));

    static Optional<Carrier> of(String aim) {
        return ALL.entrySet().stream()
                .filter(each -> each.getValue().contains(aim))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
