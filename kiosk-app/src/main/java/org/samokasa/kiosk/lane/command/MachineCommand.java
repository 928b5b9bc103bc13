package org.samokasa.kiosk.lane.command;

import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.MachineTests;

/** What the machines tell, but for the payment terminal. */
public sealed interface MachineCommand extends LaneCommand {
    /** One scanner message with its AIM identifier when it has one. */
    record Scanned(String text) implements MachineCommand {}

    record ScanUnreadable(String reason) implements MachineCommand {}

    record ProduceScaleRead(Load load) implements MachineCommand {}

    record BagScaleRead(Load load) implements MachineCommand {}

    record MachineChanged(MachineState state) implements MachineCommand {}

    record PaperDone(String job) implements MachineCommand {}

    /** @param maybePrinted true when part of it may be on paper */
    record PaperFailed(String job, boolean maybePrinted, String why) implements MachineCommand {}

    /** @param run as in the effect that asked for it */
    record TestFinished(String run, MachineTests.Result result) implements MachineCommand {}
}
