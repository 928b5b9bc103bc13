package org.samokasa.kiosk.network;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.samokasa.kiosk.help.HelpProblem;

/**
 * How a lane is right now. Retained by the broker and never numbered: only the last one matters.
 *
 * @param v          {@link MessageVersion}
 * @param online     false in the last will that the broker publishes when the lane is gone
 * @param phase      the lane's phase, {@code CLOSED, ATTRACT, SHOPPING, PAYING, RECEIPT, THANKS, OUT_OF_SERVICE}
 * @param language   the shopper's, a BCP 47 tag
 * @param saleNumber of the visit; empty while nobody shops, and from a lane that does not say it yet
 * @param itemCount  pieces in the basket
 * @param totalMinor of the basket, in minor units
 * @param currency   ISO 4217; empty in a last will
 * @param lines      the basket, oldest first
 * @param problems   open ones
 * @param help       phase of the request as the lane knows it; empty when it has none
 * @param devices    every machine of the lane
 * @param paused     staff have it stand still
 * @param closing    it closes when the present shopper has gone
 * @param at         on the lane's clock; in a last will when the lane connected
 */
public record LaneState(
        int v,
        int lane,
        boolean online,
        String phase,
        String language,
        OptionalLong saleNumber,
        int itemCount,
        long totalMinor,
        Optional<String> currency,
        List<StateLine> lines,
        List<HelpProblem> problems,
        Optional<String> help,
        List<DeviceState> devices,
        Optional<Order> paused,
        Optional<Order> closing,
        Instant at) {
    /** Who ordered something of the lane, and when on its clock. */
    public record Order(String by, Instant since) {}

    /** A line of the basket as the attendant sees it; quantity is a text as on the shopper's screen. */
    public record StateLine(String name, String quantity, long amountMinor) {}

    /**
     * How a machine is.
     *
     * @param name    as in the lane's configuration
     * @param health  {@code UP, DEGRADED, STARTING, DOWN}, as the driver says
     * @param cause   why it is not up, a word of the device API; empty when it is
     * @param detail  the driver's own words for a technician
     * @param since   when it came into this state, on the lane's clock
     * @param driver  as in the lane's configuration
     * @param address as in the lane's configuration
     * @param tests   what it offers
     * @param running the test that runs now
     * @param tested  how the last one went
     */
    public record DeviceState(
            String name,
            String health,
            Optional<String> cause,
            Optional<String> detail,
            Optional<Instant> since,
            Optional<String> driver,
            Optional<String> address,
            List<String> tests,
            Optional<String> running,
            Optional<TestState> tested) {
        public DeviceState {
            tests = List.copyOf(tests);
        }

        /** A machine of which only its health is known. */
        public static DeviceState of(String name, String health, Optional<String> cause) {
            return new DeviceState(
                    name,
                    health,
                    cause,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * How a test ended.
     *
     * @param outcome {@code PASSED, LOOK, FAILED, NO_ANSWER, REFUSED}; {@code LOOK}: only who stands there can say
     * @param detail  for a technician
     * @param lines   what it brought: totals, bytes; no card data
     */
    public record TestState(String test, String by, Instant at, String outcome, String detail, List<String> lines) {
        public TestState {
            lines = List.copyOf(lines);
        }
    }

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
                OptionalLong.empty(),
                0,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                connectedAt);
    }
}
