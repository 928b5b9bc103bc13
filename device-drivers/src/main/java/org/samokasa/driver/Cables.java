package org.samokasa.driver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.samokasa.devices.DeviceName;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.Links;
import org.samokasa.transport.SharedLink;

/** The wires on which several machines hang, so that the second machine of a cable finds the wire of the first. */
final class Cables {
    private record Cable(SharedLink wire, Set<String> kinds) {}

    private final Map<String, Cable> byAddress = new HashMap<>();

    /**
     * A part of the wire to this address; the wire is made for the first machine and goes with the last one.
     *
     * @throws IllegalArgumentException when the cable has a machine of this kind already
     */
    synchronized ByteLink tap(DeviceAddress address, String kind, DeviceName name) {
        Cable cable = byAddress.get(address.toString());
        if (cable == null || cable.wire().isClosed()) {
            cable = new Cable(new SharedLink(Links.open(address)), new HashSet<>());
            byAddress.put(address.toString(), cable);
        }
        if (!cable.kinds().add(kind)) {
            throw new IllegalArgumentException(name + ": there is a " + kind + " on " + address + " already");
        }
        return cable.wire().tap();
    }
}
