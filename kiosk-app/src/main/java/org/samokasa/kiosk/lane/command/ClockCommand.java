package org.samokasa.kiosk.lane.command;

/** Time passed, or the process began. */
public sealed interface ClockCommand extends LaneCommand {
    /** Something may be due. */
    record Tick() implements ClockCommand {}

    /** The journal was replayed: what was under way must be asked for again. */
    record Recovered() implements ClockCommand {}
}
