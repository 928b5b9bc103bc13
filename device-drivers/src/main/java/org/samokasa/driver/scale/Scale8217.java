package org.samokasa.driver.scale;

import org.samokasa.devices.DeviceName;
import org.samokasa.protocol.scale.ScalePace;
import org.samokasa.protocol.scale8217.Scale8217Codec;
import org.samokasa.transport.ByteLink;

/** A scale of the Mettler 8217 family, set to kilograms. */
public final class Scale8217 extends SerialScale {
    public Scale8217(DeviceName name, ByteLink link) {
        this(name, link, ScalePace.CHECKED);
    }

    /** @param pace one reading trusts the parity of the line, which adapters do not always check; two trust nothing */
    public Scale8217(DeviceName name, ByteLink link, ScalePace pace) {
        super(name, link, Scale8217Codec.dialect(), pace);
    }
}
