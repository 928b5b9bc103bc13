package org.samokasa.soak.help;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.store.ShopPolicy;
import org.samokasa.soak.check.HubWatch;
import org.samokasa.soak.check.ShelfBook;
import org.samokasa.soak.check.Tally;
import org.samokasa.soak.shop.Doors;
import org.samokasa.soak.shop.HubStation;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.World;

/** A day of calls: twelve hours of them with trouble, then one of quiet in which everything must come to its end. */
final class HelpDay {
    private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    private static final Duration CALLS = Duration.ofHours(12);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final int LANES = 20;

    private final World world = new World(START, START.plus(CALLS).plus(QUIET));
    private final List<CallingLane> lanes = new ArrayList<>();
    private final List<HelpJudge.Away> away = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final SplittableRandom chance;
    private final VirtualBroker broker;
    private final HubStation hub;

    HelpDay(long seed) {
        chance = new SplittableRandom(seed);
        HubWatch watch = new HubWatch(new TreeMap<>(), new Tally(), new ShelfBook());
        broker = new VirtualBroker(world, new SplittableRandom(chance.nextLong()), watch::published);
        broker.faulty(true);
        hub = new HubStation(world, broker.cable(), watch, new Doors() {}, ShopPolicy.DEFAULT, chance.nextLong());
        for (int number = 1; number <= LANES; number++) {
            lanes.add(new CallingLane(world, broker, number, chance.nextLong()));
        }
    }

    HelpJudge.Verdict run() throws IOException {
        hub.powerOn();
        long until = world.nowMillis() + CALLS.toMillis();
        for (CallingLane lane : lanes) {
            lane.powerOn();
            world.afterMillis(chance.nextInt(300_000), () -> lane.live(until));
        }
        List.of(
                        new Helper("Anna", Helper.Role.ATTENDANT, Set.of(), Set.of("pl", "en"), lanes(1, 10)),
                        new Helper("Ivan", Helper.Role.ATTENDANT, Set.of(), Set.of("ru"), lanes(11, 20)),
                        new Helper("Maria", Helper.Role.SUPERVISOR, Set.of(), Set.of("en"), Set.of()))
                .forEach(helper -> new FloorHelper(world, hub, helper, failures, chance.nextLong()).begin());
        trouble(until);
        while (world.step()) {
            // Everything there is to do is in the queue.
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a helper's words were not taken", failures.get(0));
        }
        Map<String, String> called = new TreeMap<>();
        lanes.forEach(lane -> called.putAll(lane.calls()));
        return new HelpJudge(away).read(hub.disk(), called, world.now());
    }

    private static Set<Integer> lanes(int from, int to) {
        Set<Integer> all = new java.util.TreeSet<>();
        for (int lane = from; lane <= to; lane++) {
            all.add(lane);
        }
        return all;
    }

    /** One trouble every few minutes, none after the last call; each lasts seconds to minutes. */
    private void trouble(long until) {
        world.afterMillis(30_000 + chance.nextInt(400_000), () -> {
            if (world.nowMillis() < until) {
                happen(1_000L + chance.nextInt(chance.nextInt(4) == 0 ? 600_000 : 30_000));
                trouble(until);
            }
        });
    }

    private void happen(long lasts) {
        CallingLane lane = lanes.get(chance.nextInt(LANES));
        switch (chance.nextInt(5)) {
            case 0 -> {
                away.add(new HelpJudge.Away(world.now(), world.now().plusMillis(lasts)));
                hub.powerCut();
                world.afterMillis(lasts, hub::powerOn);
            }
            case 1 -> {
                broker.running(false);
                world.afterMillis(lasts, () -> broker.running(true));
            }
            case 2 -> {
                hub.cable().cut(true);
                world.afterMillis(lasts, () -> hub.cable().cut(false));
            }
            case 3 -> {
                lane.powerCut();
                world.afterMillis(lasts, lane::powerOn);
            }
            default -> {
                lane.cable().cut(true);
                world.afterMillis(lasts, () -> lane.cable().cut(false));
            }
        }
    }
}
