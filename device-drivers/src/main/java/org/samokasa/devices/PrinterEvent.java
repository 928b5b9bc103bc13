package org.samokasa.devices;

import java.time.Instant;

public sealed interface PrinterEvent extends DeviceEvent {
    /** The printer confirmed that everything of this job went through. */
    record Printed(DeviceName device, Instant at, String job) implements PrinterEvent {}

    /** The job did not start: nothing of it is on paper. */
    record NotPrinted(DeviceName device, Instant at, String job, Health.Down why) implements PrinterEvent {}

    /** Part of it may be on paper; a repeat must be headed as a copy. */
    record PrintInDoubt(DeviceName device, Instant at, String job, String why) implements PrinterEvent {}
}
