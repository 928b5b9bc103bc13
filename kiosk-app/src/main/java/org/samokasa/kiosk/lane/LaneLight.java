package org.samokasa.kiosk.lane;

/** What the light above a lane shows. It follows from the lane alone, so it works with hub and network gone. */
public enum LaneLight {
    CLOSED,
    /** Open, nobody here. */
    READY,
    IN_USE,
    /** A human is wanted; nobody has said yet that they come. */
    HELP_WANTED,
    /** Somebody comes or is here. */
    HELP_COMING,
    OUT_OF_SERVICE;

    public static LaneLight of(Lane lane) {
        if (lane.help().isPresent()) {
            return lane.help().get().state() == HelpCall.State.RAISED ? HELP_WANTED : HELP_COMING;
        }
        return switch (lane.phase()) {
            case CLOSED -> CLOSED;
            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
            case ATTRACT -> READY;
            case SHOPPING, PAYING, RECEIPT, THANKS -> IN_USE;
        };
    }
}
