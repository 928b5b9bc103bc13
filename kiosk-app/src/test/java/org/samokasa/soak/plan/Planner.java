package org.samokasa.soak.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes plans out of seeds. */
public final class Planner {
    /** A run begins at a quarter to eight; all times of a plan count from there. */
    public static final long DAY = Duration.ofDays(1).toMillis();

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DOORS_OPEN = 15 * MINUTE;
    private static final long DOORS_CLOSE = 13 * HOUR;
    /** On the last day everything is whole again by then, so that the evening can be checked. */
    private static final long LAST_TROUBLE_ENDS = 13 * HOUR + 20 * MINUTE;

    private static final long BETWEEN_SHOPPERS = 5 * MINUTE;

    private static final List<String> DEVICE_TROUBLES = List.of(
            "scanner-silent",
            "scanner-unplugged",
            "scanner-late",
            "scanner-half",
            "scanner-drop",
            "scanner-garble",
            "produce-silent",
            "produce-unplugged",
            "produce-late",
            "produce-half",
            "produce-drop",
            "produce-garble",
            "produce-duplicate",
            "bagging-silent",
            "bagging-unplugged",
            "bagging-late",
            "bagging-half",
            "bagging-drop",
            "bagging-garble",
            "bagging-duplicate",
            "bagging-leans",
            "printer-silent",
            "printer-unplugged",
            "printer-late",
            "printer-garble",
            "printer-paper",
            "printer-cover",
            "printer-jam",
            "printer-hot",
            "terminal-silent",
            "terminal-unplugged",
            "terminal-late",
            "terminal-half",
            "terminal-reboots",
            "terminal-hangs-up",
            "terminal-busy",
            "terminal-signature",
            "terminal-untold-signature",
            "terminal-quirk",
            "terminal-hangs-up",
            "terminal-quirk");

    private static final List<String> FUZZ_TROUBLES =
            List.of("scanner-fuzz", "produce-fuzz", "bagging-fuzz", "printer-fuzz", "terminal-fuzz");

    private final SplittableRandom chance;
    private final long seed;
    private final int lanes;
    private final int days;
    private final Profile profile;
    private final int storm;
    private final List<Item> items = new ArrayList<>();

    private Planner(long seed, int lanes, int days, Profile profile) {
        this.seed = seed;
        this.lanes = lanes;
        this.days = days;
        this.profile = profile;
        this.chance = new SplittableRandom(seed);
        this.storm = chance.nextInt(3) == 0 ? 4 : 1;
    }

    /** A run of at most this many lane-days; how it is shaped is up to the seed. */
    public static Plan plan(long seed, int laneDaysMax, Profile profile) {
        SplittableRandom shape = new SplittableRandom(~seed);
        int lanes = Math.min(laneDaysMax, 2 + shape.nextInt(3));
        int days = Math.max(1, Math.min(laneDaysMax / lanes, 1 + shape.nextInt(3)));
        return new Planner(seed, lanes, days, profile).plan();
    }

    private Plan plan() {
        for (int day = 0; day < days; day++) {
            for (int lane = 1; lane <= lanes; lane++) {
                shoppers(day, lane);
                troublesOfLane(day, lane);
            }
            troublesOfShop(day);
        }
        return new Plan(seed, lanes, days, profile, items);
    }

    private void shoppers(int day, int lane) {
        long at = DOORS_OPEN;
        while (at < DOORS_CLOSE) {
            add(day, at, lane, Item.SHOPPER, 0);
            // From nobody for a while to one after the other.
            at += SECOND + chance.nextLong(2 * BETWEEN_SHOPPERS);
        }
    }

    private void troublesOfLane(int day, int lane) {
        if (profile.devices()) {
            several(
                    30,
                    () -> trouble(day, lane, DEVICE_TROUBLES.get(chance.nextInt(DEVICE_TROUBLES.size())), minutes()));
        }
        if (profile.power()) {
            several(3, () -> trouble(day, lane, "lane-power", secondsToMinutes()));
            several(4, () -> trouble(day, lane, "lane-fuse", secondsToMinutes()));
            several(1, () -> trouble(day, lane, "lane-disk-full", minutes()));
            several(1, () -> trouble(day, lane, "lane-disk-fails", MINUTE));
            several(1, () -> trouble(day, lane, "lane-clock", HOUR));
        }
        if (profile.network()) {
            several(4, () -> trouble(day, lane, "lane-cable", secondsToDays()));
        }
        if (profile.fuzz()) {
            several(25, () -> trouble(day, lane, FUZZ_TROUBLES.get(chance.nextInt(FUZZ_TROUBLES.size())), minutes()));
        }
    }

    private void troublesOfShop(int day) {
        if (profile.power()) {
            several(2, () -> trouble(day, 0, "hub-power", secondsToMinutes()));
            several(3, () -> trouble(day, 0, "hub-fuse", secondsToMinutes()));
            several(1, () -> trouble(day, 0, "hub-disk-full", minutes()));
        }
        if (profile.network()) {
            several(2, () -> trouble(day, 0, "broker", secondsToMinutes()));
            several(1, () -> trouble(day, 0, "hub-cable", secondsToDays()));
        }
    }

    /** So many on average, from none to twice as many; and in a run that is a storm several times as many. */
    private void several(int average, Runnable what) {
        int count = chance.nextInt(2 * average * storm + 1);
        for (int i = 0; i < count; i++) {
            what.run();
        }
    }

    private void trouble(int day, int lane, String what, long lasts) {
        add(day, DOORS_OPEN + chance.nextLong(DOORS_CLOSE - DOORS_OPEN), lane, what, lasts);
    }

    private void add(int day, long atOfDay, int lane, String what, long lasts) {
        long at = day * DAY + atOfDay;
        long end = (days - 1) * DAY + LAST_TROUBLE_ENDS;
        items.add(new Item(at, lane, what, Math.max(0, Math.min(lasts, end - at)), chance.nextLong()));
    }

    private long minutes() {
        return 2 * SECOND + chance.nextLong(chance.nextInt(4) == 0 ? 6 * MINUTE : 40 * SECOND);
    }

    private long secondsToMinutes() {
        return 5 * SECOND + chance.nextLong(chance.nextInt(4) == 0 ? 10 * MINUTE : MINUTE);
    }

    private long secondsToDays() {
        return switch (chance.nextInt(6)) {
            case 0 -> chance.nextLong(2 * DAY);
            case 1, 2 -> chance.nextLong(2 * HOUR);
            default -> SECOND + chance.nextLong(5 * MINUTE);
        };
    }
}
