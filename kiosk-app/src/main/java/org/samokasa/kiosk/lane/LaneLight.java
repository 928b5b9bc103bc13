package org.samokasa.kiosk.lane;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** How long a test shows all colours: two seconds each are enough to look up and see it. */
    public static final Duration SHOW = Duration.ofSeconds(8);

    private static final List<LaneLight> SHOWN = List.of(READY, HELP_COMING, CLOSED, HELP_WANTED);

    /** What a test of the light shows now: green, yellow, red, blinking red; empty when there is no such test. */
    public static Optional<LaneLight> shown(LaneView view) {
        return view.readings()
                .tests()
                .running()
                .filter(test -> test.kind() == TestKind.SHOW_COLOURS)
                .map(test -> Duration.between(test.since(), view.at()).toSeconds() * SHOWN.size() / SHOW.toSeconds())
                .map(at -> SHOWN.get((int) Math.min(SHOWN.size() - 1, Math.max(0, at))));
    }

    public static LaneLight of(Lane lane) {
        if (lane.help().isPresent()) {
            return lane.help().get().state() == HelpCall.State.RAISED ? HELP_WANTED : HELP_COMING;
        }
        return switch (lane.phase()) {
            case CLOSED -> CLOSED;
            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
            case ATTRACT -> lane.orders().pause().isPresent() ? CLOSED : READY;
            case SHOPPING, PAYING, RECEIPT, THANKS -> IN_USE;
        };
    }
}
