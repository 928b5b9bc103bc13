package org.samokasa.kiosk.lane.command;

/** Something the lane is told; {@code Decide} answers with facts, effects or a refusal. */
public sealed interface LaneCommand permits ScreenCommand, MachineCommand, PaymentCommand, HubCommand, ClockCommand {}
