package org.samokasa.sim.app;

import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.sim.fault.Weather;
import org.samokasa.sim.script.ScriptException;

/** Lets machines fail and heal by themselves, and says so, one line of JSON for each. */
final class WeatherThread {
    private WeatherThread() {}

    /** Prints the seed, so that the same weather can be had again. */
    static void start(SimulatorConfig.WeatherSettings settings, Simulator simulator) {
        long seed = settings.seed().orElseGet(() -> System.nanoTime() & Integer.MAX_VALUE);
        System.out.println("{\"weather\":" + seed + "}");
        List<Weather.Spot> spots = simulator.machines().units().stream()
                .map(unit -> new Weather.Spot(unit.name(), unit.kind()))
                .toList();
        start(new Weather(new SplittableRandom(seed), spots, settings.every()), simulator);
    }

    private static void start(Weather weather, Simulator simulator) {
        Thread thread = new Thread(() -> blow(weather, simulator), "weather");
        thread.setDaemon(true);
        thread.start();
    }

    private static void blow(Weather weather, Simulator simulator) {
        try {
            while (true) {
                Weather.Gust gust = weather.next();
                Thread.sleep(gust.calm().toMillis());
                step(simulator, gust.begin());
                Thread.sleep(gust.lasts().toMillis());
                step(simulator, gust.end());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void step(Simulator simulator, String line) {
        try {
            simulator.perform(line);
            System.out.println("{\"step\":\"" + line + "\"}");
        } catch (ScriptException e) {
            System.err.println("weather: " + line + ": " + e.getMessage());
        }
    }
}
