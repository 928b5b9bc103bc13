package org.samokasa.devices;

import java.time.Instant;

/** Something a machine told us. Each names its device and the moment at which the driver knew. */
public sealed interface DeviceEvent permits HealthChanged, ScannerEvent, ScaleEvent, TerminalEvent, PrinterEvent {
    DeviceName device();

    Instant at();
}
