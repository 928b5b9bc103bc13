package org.samokasa.kiosk.network;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.help.ProblemDecision;

/** What the hub tells a lane and keeps until the lane has it. */
public sealed interface HubCommand {
    /**
     * Somebody comes.
     *
     * @param by         name the shopper sees
     * @param etaSeconds until they are there; 0 when they deal with it from the console
     */
    record HelpAccepted(String requestId, String by, int etaSeconds) implements HubCommand {}

    /**
     * The right people have been alerted.
     *
     * @param seconds until somebody will probably be there, a little pessimistic; counted from when this is heard
     */
    record HelpForecast(String requestId, int seconds) implements HubCommand {}

    /** They stand at the lane. */
    record HelpArrived(String requestId, String by) implements HubCommand {}

    /** Whoever had accepted gave it back; the shopper waits for somebody else. */
    record HelpReopened(String requestId) implements HubCommand {}

    /** They are done. */
    record HelpSolved(String requestId, String by, String action) implements HubCommand {}

    /** An attendant decided about a problem; the lane's own rules say whether that is enough. */
    record ResolveProblem(String problemId, ProblemDecision resolution, String by, String reason)
            implements HubCommand {
        public ResolveProblem {
            Objects.requireNonNull(resolution);
        }
    }

    /**
     * A sentence for the shopper's screen, already in the shopper's language; a lane that gets it late shows nothing.
     *
     * @param askedAt when it was sent, on the hub's clock
     */
    record MessageToShopper(String text, Instant askedAt) implements HubCommand {
        private static final int LENGTH_MAX = 160;

        public MessageToShopper {
            Objects.requireNonNull(askedAt);
            if (text.isBlank() || text.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("a message has 1 to " + LENGTH_MAX + " characters");
            }
        }
    }

    /** Take shoppers. */
    record OpenLane(String by) implements HubCommand {}

    /** Take no more shoppers after the present one. */
    record CloseLane(String by) implements HubCommand {}

    /** Stand still; a payment that runs is finished. */
    record PauseLane(String by) implements HubCommand {}

    /** Go on after a pause. */
    record ResumeLane(String by) implements HubCommand {}

    /**
     * Put the basket aside: the lane sends it and is free. A lane where something is paid or to be settled, or where
     * somebody else shops by now, keeps it.
     *
     * @param saleNumber of the visit, as in {@link LaneState}
     */
    record SuspendSale(long saleNumber, String by) implements HubCommand {}

    /**
     * Go on with a basket that was put aside, or say that it cannot be done.
     *
     * @param suspension its id
     * @param askedAt when the button was pressed, on the hub's clock
     */
    record RecallSale(String suspension, List<Line> lines, String by, Instant askedAt) implements HubCommand {
        public RecallSale {
            Objects.requireNonNull(askedAt);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Have a machine do something; a lane that gets it late, or while somebody shops, does nothing.
     *
     * @param machine name from the lane's configuration
     * @param test one of those its {@link LaneState.DeviceState} offers
     * @param askedAt when the button was pressed, on the hub's clock
     */
    record TestMachine(String machine, String test, String by, Instant askedAt) implements HubCommand {
        private static final int LENGTH_MAX = 40;

        public TestMachine {
            Objects.requireNonNull(askedAt);
            for (String text : List.of(machine, test, by)) {
                if (text.isBlank() || text.length() > LENGTH_MAX) {
                    throw new IllegalArgumentException(
                            "machine, test and by have 1 to " + LENGTH_MAX + " characters, got '" + text + "'");
                }
            }
        }
    }
}
