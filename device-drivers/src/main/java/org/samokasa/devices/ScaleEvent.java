package org.samokasa.devices;

import java.time.Instant;

public sealed interface ScaleEvent extends DeviceEvent {
    /** A reading that differs from the one told before, or the first one after silence or a watch. */
    record Weighed(DeviceName device, Instant at, Weighing weighing) implements ScaleEvent {}
}
