package org.samokasa.protocol.hidscanner;

import org.samokasa.protocol.Bytes;

/** What one input report says. */
public sealed interface HidScannerReport {
    /**
     * A label or a part of one.
     *
     * @param aim three characters beginning with {@code ]}, empty when the reader sends none
     * @param vendorCode the maker's name of the symbology, 0 when there is none
     * @param more the rest follows in further reports
     */
    record Data(String aim, int vendorCode, Bytes data, boolean more) implements HidScannerReport {}

    /** A report of another kind or without data. */
    record Nothing() implements HidScannerReport {}

    record Malformed(String why) implements HidScannerReport {}
}
