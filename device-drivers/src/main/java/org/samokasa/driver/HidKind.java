package org.samokasa.driver;

import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.ReportDescriptor;

/** Tells a technician that an address or a reader's mode does not fit its driver. */
public final class HidKind {
    private static final int KEYBOARD = 0x010006;

    private HidKind() {}

    /**
     * What is wrong with using this device as that; empty when nothing is, or when the descriptor cannot be read, which
     * drivers survive.
     *
     * @param what the machine expected, in words
     * @param usages page and usage of a top collection, one of which it must have
     */
    public static Optional<String> mismatch(Bytes descriptor, String what, int... usages) {
        ReportDescriptor read;
        try {
            read = ReportDescriptor.parse(descriptor);
        } catch (IllegalArgumentException notReadable) {
            return Optional.empty();
        }
        for (int usage : usages) {
            if (read.isFor(usage)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                read.isFor(KEYBOARD)
                        ? "the device is in keyboard mode: set it to " + what + ", or use the driver keyboard"
                        : "this interface is no " + what + ": set the device's mode, or the interface in its address");
    }
}
