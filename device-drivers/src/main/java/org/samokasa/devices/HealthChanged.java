package org.samokasa.devices;

import java.time.Instant;

/** Told once when the health of a machine changes, not again while it stays the same. */
public record HealthChanged(DeviceName device, Instant at, Health health) implements DeviceEvent {}
