package org.samokasa.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import org.samokasa.soak.SoakRun;
import org.samokasa.soak.check.LogWatch;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.plan.Profile;
import org.samokasa.soak.shop.Doors;

/** P11: open hours of busy simulated lanes, all faults and all checks on, on one thread; against the wall clock. */
final class SoakSpeedBench {
    /** A shop of the plans is open from eight to nine in the evening. */
    private static final double OPEN_SECONDS_A_DAY = 13 * 3_600;

    private static final int LANE_DAYS = 12;
    private static final int WARM_UP_LANE_DAYS = 4;

    private SoakSpeedBench() {}

    static List<Figure> run() {
        LogWatch.begin();
        laneDays(WARM_UP_LANE_DAYS);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        double busy = laneDays(LANE_DAYS) * OPEN_SECONDS_A_DAY;
        double wall = (System.nanoTime() - began) / 1e9;
        double core = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
        return List.of(figure("P11", "against the wall", busy, wall), figure("P11b", "against a core", busy, core));
    }

    private static Figure figure(String metric, String against, double busy, double seconds) {
        return new Figure(
                metric,
                "busy simulated lane time, one thread, " + against,
                busy,
                "s",
                seconds,
                busy / seconds,
                Optional.of(">= 20000"));
    }

    private static int laneDays(int atLeast) {
        int done = 0;
        for (long seed = 1; done < atLeast; seed++) {
            Plan plan = Planner.plan(seed, atLeast - done, Profile.ALL);
            SoakRun.of(plan, new Doors() {}).broken().ifPresent(broken -> {
                throw new IllegalStateException("a soak that breaks is not worth timing", broken);
            });
            done += plan.laneDays();
        }
        return done;
    }
}
