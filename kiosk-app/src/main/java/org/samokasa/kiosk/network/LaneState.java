package org.samokasa.kiosk.network;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpProblem;

/**
 * How a lane is right now. Retained by the broker and never numbered: only the last one matters.
 *
 * @param v          {@link MessageVersion}
 * @param online     false in the last will that the broker publishes when the lane is gone
 * @param phase      the lane's phase, {@code CLOSED, ATTRACT, SHOPPING, PAYING, RECEIPT, THANKS, OUT_OF_SERVICE}
 * @param language   the shopper's, a BCP 47 tag
 * @param itemCount  pieces in the basket
 * @param totalMinor of the basket, in minor units
 * @param currency   ISO 4217; empty in a last will
 * @param lines      the basket, oldest first
 * @param problems   open ones
 * @param help       phase of the request as the lane knows it; empty when it has none
 * @param devices    every machine of the lane
 * @param at         on the lane's clock; in a last will when the lane connected
 */
public record LaneState(
        int v,
        int lane,
        boolean online,
        String phase,
        String language,
        int itemCount,
        long totalMinor,
        Optional<String> currency,
        List<StateLine> lines,
        List<HelpProblem> problems,
        Optional<String> help,
        List<DeviceState> devices,
        Instant at) {
    /** A line of the basket as the attendant sees it; quantity is a text as on the shopper's screen. */
    public record StateLine(String name, String quantity, long amountMinor) {}

    /**
     * How a machine is.
     *
     * @param name   as in the lane's configuration
     * @param health {@code UP, STARTING, DOWN}, as the driver says
     * @param cause  why it is not up; empty when it is
     */
    public record DeviceState(String name, String health, Optional<String> cause) {}

    public LaneState {
        MessageVersion.check(v);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(language);
        Objects.requireNonNull(at);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        devices = List.copyOf(devices);
        if (lane < 1 || lane > Topics.LANE_MAX || itemCount < 0) {
            throw new IllegalArgumentException("lane must be 1.." + Topics.LANE_MAX + ", itemCount not below 0");
        }
    }

    /** The last will of a lane. */
    public static LaneState gone(int lane, Instant connectedAt) {
        return new LaneState(
                MessageVersion.CURRENT,
                lane,
                false,
                "GONE",
                "en",
                0,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                connectedAt);
    }
}
