package org.samokasa.driver;

import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.transport.ByteLink;

/** Makes one driver on a wire. Takes every option it knows; the rest is refused by the caller. */
@FunctionalInterface
public interface DriverFactory {
    /** @throws IllegalArgumentException when an option makes no sense */
    Device create(DeviceName name, ByteLink link, Options options);
}
