package org.samokasa.kiosk.lane.command;

import org.samokasa.kiosk.lane.TestKind;

/** What staff do at the lane's screen. */
public sealed interface StaffCommand extends ScreenCommand {
    /** A PIN was typed and compared; the PIN itself never gets here. */
    record PinCompared(boolean right) implements StaffCommand {}

    record TestMachine(String machine, TestKind kind) implements StaffCommand {}

    record Leave() implements StaffCommand {}
}
