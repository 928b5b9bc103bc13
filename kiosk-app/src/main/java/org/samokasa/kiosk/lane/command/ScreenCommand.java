package org.samokasa.kiosk.lane.command;

/** What somebody does at the lane's screen. */
public sealed interface ScreenCommand extends LaneCommand permits ShopperCommand, StaffCommand {}
