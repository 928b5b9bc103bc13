package org.samokasa.kiosk.help;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How long help took lately, in milliseconds, and how good the forecasts made of it were.
 *
 * @param reaction from raised to somebody there, by the work that stood before it, oldest first
 * @param service  from there to the end, oldest first
 * @param hits     forecasts that came to their proof, oldest first
 */
public record ServiceTimes(Map<Integer, List<Long>> reaction, List<Long> service, List<Hit> hits) {
    /** Times kept of each kind: a few hours of a busy shop, so that a forecast follows the day. */
    static final int KEPT = 50;

    static final int HITS_KEPT = 200;

    public static final ServiceTimes NONE = new ServiceTimes(Map.of(), List.of(), List.of());

    /**
     * A forecast and what came of it.
     *
     * @param forecast seconds that the shopper was told
     * @param actual   milliseconds until somebody was there
     */
    public record Hit(int forecast, long actual) {}

    public ServiceTimes {
        reaction = Map.copyOf(reaction);
        service = List.copyOf(service);
        hits = List.copyOf(hits);
    }

    /** With a request to which somebody has just come. */
    public ServiceTimes arrived(HelpRequest request) {
        long waited = millis(request.times().raised(), request.times().arrived().orElseThrow());
        Map<Integer, List<Long>> more = new TreeMap<>(reaction);
        more.merge(request.alert().backlog(), List.of(waited), (before, one) -> added(before, waited, KEPT));
        int forecast = request.alert().forecast();
        return new ServiceTimes(
                more, service, forecast == 0 ? hits : added(hits, new Hit(forecast, waited), HITS_KEPT));
    }

    /** With a request that somebody has just solved. */
    public ServiceTimes solved(HelpRequest request) {
        return request.times()
                .arrived()
                .map(arrived -> new ServiceTimes(
                        reaction,
                        added(
                                service,
                                millis(arrived, request.ending().orElseThrow().at()),
                                KEPT),
                        hits))
                .orElse(this);
    }

    /** So many of a hundred reactions behind as much work took at most so long; empty while too few are known. */
    OptionalLong reaction(int backlog, int percent) {
        return percentile(reaction.getOrDefault(backlog, List.of()), percent);
    }

    OptionalLong service(int percent) {
        return percentile(service, percent);
    }

    /** How many of the forecasts held: somebody was there no later than said. 0 to 100; empty before the first. */
    public OptionalLong heldPercent() {
        long held = hits.stream()
                .filter(hit -> hit.actual() <= hit.forecast() * 1000L)
                .count();
        return hits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(held * 100 / hits.size());
    }

    /** How far forecasts were off in the median, milliseconds, whichever way. */
    public OptionalLong errorMedian() {
        List<Long> errors = hits.stream()
                .map(hit -> Math.abs(hit.actual() - hit.forecast() * 1000L))
                .toList();
        return errors.isEmpty() ? OptionalLong.empty() : nearestRank(errors, 50);
    }

    private static OptionalLong percentile(List<Long> values, int percent) {
        return values.size() < WaitForecast.SAMPLES_LEAST ? OptionalLong.empty() : nearestRank(values, percent);
    }

    private static OptionalLong nearestRank(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = (sorted.size() * percent + 99) / 100;
        return OptionalLong.of(sorted.get(Math.max(0, rank - 1)));
    }

    private static long millis(java.time.Instant from, java.time.Instant to) {
        // A clock that was set back in between tells nothing.
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static <T> List<T> added(List<T> before, T one, int kept) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all.size() > kept ? all.subList(all.size() - kept, all.size()) : all;
    }
}
