package org.samokasa.sim.fault;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * What goes wrong by itself: now and then a machine has a fault, and loses it again. The same chance is the same weather.
 */
public final class Weather {
    private static final List<String> WIRE = List.of(
            "drop 1",
            "drop 7",
            "flip 3",
            "flip 12",
            "late 700 ms",
            "late 3 s",
            "split 5 ms",
            "stale",
            "silent",
            "garble",
            "half",
            "duplicate");

    private static final List<String> PRINTER = List.of("paper-out", "cover-open", "jammed", "overheated");
    private static final int ONE_IN_UNPLUGGED = 6;

    private final RandomGenerator chance;
    private final List<Spot> spots;
    private final Duration every;

    /**
     * A machine that can have faults.
     *
     * @param kind as the configuration names it
     */
    public record Spot(String machine, String kind) {}

    /**
     * What happens next.
     *
     * @param calm how long all is well before
     * @param begin a step of the scenario language
     * @param lasts how long it goes on
     * @param end the step that ends it
     */
    public record Gust(Duration calm, String begin, Duration lasts, String end) {}

    /**
     * @param spots not empty
     * @param every pause between two faults on average, at least 100 ms
     */
    public Weather(RandomGenerator chance, List<Spot> spots, Duration every) {
        this.chance = Objects.requireNonNull(chance, "chance");
        this.spots = List.copyOf(spots);
        this.every = every;
        if (spots.isEmpty() || every.toMillis() < 100) {
            throw new IllegalArgumentException("weather needs a machine, and at least 100 ms between faults");
        }
    }

    public Gust next() {
        Spot spot = spots.get(chance.nextInt(spots.size()));
        Duration calm = Duration.ofMillis(1 + chance.nextLong(2 * every.toMillis()));
        Duration lasts = Duration.ofMillis(200 + chance.nextLong(every.toMillis()));
        if (chance.nextInt(ONE_IN_UNPLUGGED) == 0) {
            return new Gust(calm, "unplug " + spot.machine(), lasts, "plug " + spot.machine());
        }
        boolean paper = spot.kind().equals("printer") && chance.nextBoolean();
        List<String> faults = paper ? PRINTER : WIRE;
        String fault = faults.get(chance.nextInt(faults.size()));
        return new Gust(calm, "fault " + spot.machine() + " " + fault, lasts, "heal " + spot.machine());
    }
}
