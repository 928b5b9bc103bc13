package org.samokasa.protocol.hid;

import java.util.Objects;
import org.samokasa.protocol.Bytes;

/**
 * Who a HID device says it is.
 *
 * @param vendor idVendor, 0 to FFFF hex
 * @param product idProduct, 0 to FFFF hex
 * @param serial serial number, empty when it has none
 * @param manufacturer for a human, may be empty
 * @param name product name for a human, may be empty
 * @param reportDescriptor of its interface
 */
public record HidIdentity(
        int vendor, int product, String serial, String manufacturer, String name, Bytes reportDescriptor) {
    public HidIdentity {
        if (vendor < 0 || vendor > 0xFFFF || product < 0 || product > 0xFFFF) {
            throw new IllegalArgumentException("no USB identity: " + vendor + ":" + product);
        }
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(manufacturer, "manufacturer");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reportDescriptor, "reportDescriptor");
    }

    /** The same kind of device with another identity. */
    public HidIdentity with(int newVendor, int newProduct, String newSerial) {
        return new HidIdentity(newVendor, newProduct, newSerial, manufacturer, name, reportDescriptor);
    }

    /** As an address writes it: {@code 0922:8003}. */
    public String id() {
        return String.format("%04X:%04X", vendor, product);
    }
}
