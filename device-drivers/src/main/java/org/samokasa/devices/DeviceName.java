package org.samokasa.devices;

import java.util.Objects;

/**
 * The name a lane's configuration gives a machine, for instance {@code scanner} or {@code produce-scale}.
 *
 * @param value lower-case letters, digits and hyphens, never empty
 */
public record DeviceName(String value) {
    public DeviceName {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a device name has lower-case letters, digits and hyphens, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
