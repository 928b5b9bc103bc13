package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.lane.BagTrail;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Problem.Outcome;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.event.BasketEvent.BagOffsetSet;
import org.samokasa.kiosk.lane.event.BasketEvent.BagWeightLearnt;

/**
 * Does the bagging area hold what was scanned? Simple tolerance, see docs/decisions/0007-bagging-check.md. A scale that is
 * silent or moving says nothing at all.
 */
public final class BaggingRules {
    /** More than a shopper lifts in one piece: never learnt as the weight of an article, always looked at. */
    static final int PIECE_GRAMS_MAX = 10_000;

    private static final Duration LEARN_AFTER = Duration.ofSeconds(1);

    private BaggingRules() {}

    /** Grams on the scale beyond what the basket explains; empty while the scale has nothing to say. */
    public static Optional<Integer> difference(org.samokasa.kiosk.lane.Lane lane, Readings readings) {
        boolean speaking =
                readings.isUsable(Readings.BAGGING_SCALE) && lane.sale().isPresent();
        if (!speaking || !(readings.bag() instanceof Load.Still still)) {
            return Optional.empty();
        }
        return Optional.of(still.grams() - lane.sale().get().bagExpectedGrams());
    }

    static void read(Deciding d, Load load) {
        d.learn(readings -> readings.bag(load, d.now()));
        if (load instanceof Load.Still still) {
            d.learn(readings -> readings.bagTrail(readings.bagTrail().still(still.grams(), d.now())));
        }
    }

    /** What was put down while the scale was away has no weight. */
    static void lookAt(Deciding d, MachineState state) {
        if (state.machine().equals(Readings.BAGGING_SCALE) && !state.usable()) {
            d.learn(readings -> readings.bagTrail(BagTrail.LOST));
        }
    }

    static void check(Deciding d) {
        if (d.lane().phase() != Phase.SHOPPING) {
            return;
        }
        Optional<Integer> difference = difference(d.lane(), d.readings());
        if (difference.isEmpty()) {
            return;
        }
        int grams = difference.get();
        Optional<Problem> open = d.sale().open(Kind.WEIGHT_MISMATCH);
        if (Math.abs(grams) <= tolerance(d)) {
            open.ifPresent(problem -> ProblemRules.end(d, problem, Outcome.CLEARED, "lane", ""));
            d.learn(readings -> readings.bagTrail(BagTrail.right(((Load.Still) readings.bag()).grams())));
        } else if (grams > 0 && grams <= PIECE_GRAMS_MAX && d.sale().unweighed().isPresent()) {
            learn(d, d.sale().unweighed().get(), grams);
        } else if (open.isEmpty() && d.passed(looseSince(d), grace(d, grams))) {
            openProblem(d, grams);
        }
    }

    /** At the pay button there is no grace: what does not fit is settled first. False when something does not. */
    static boolean fitsBeforePayment(Deciding d) {
        Optional<Integer> difference = difference(d.lane(), d.readings());
        if (difference.isEmpty() || Math.abs(difference.get()) <= tolerance(d)) {
            return true;
        }
        if (d.sale().open(Kind.WEIGHT_MISMATCH).isEmpty()) {
            openProblem(d, difference.get());
        }
        return false;
    }

    /** An attendant looked and accepts the difference. */
    static void accept(Deciding d, Problem problem, String by) {
        int grams = difference(d.lane(), d.readings())
                .orElseGet(() -> Integer.parseInt(problem.evidence().get("gramsMeasured"))
                        - Integer.parseInt(problem.evidence().get("gramsExpected")));
        d.record(new BagOffsetSet(d.now(), d.sale().bagOffsetGrams() + grams, by));
    }

    private static void learn(Deciding d, Line line, int grams) {
        if (d.passed(d.readings().bagSince(), LEARN_AFTER)) {
            d.record(new BagWeightLearnt(d.now(), line.number(), grams));
        }
    }

    private static void openProblem(Deciding d, int difference) {
        int expected = d.sale().bagExpectedGrams();
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("gramsExpected", String.valueOf(expected));
        evidence.put("gramsMeasured", String.valueOf(expected + difference));
        d.readings().bagTrail().suspect(difference, tolerance(d)).ifPresent(step -> evidence.putAll(goods(d, step)));
        ProblemRules.open(d, Kind.WEIGHT_MISMATCH, 0, evidence);
    }

    /** The goods it is about, where only one line can be meant; where it is not clear nobody is named. */
    private static Map<String, String> goods(Deciding d, BagTrail.Step step) {
        return d.sale()
                .basket()
                .line(step.line())
                .map(line -> Map.of(
                        "item", line.item().value(),
                        "name", line.name(d.shop().homeLanguage().tag()),
                        "gramsGoods", String.valueOf(step.catalogue())))
                .orElse(Map.of());
    }

    private static Duration grace(Deciding d, int difference) {
        return difference > 0 ? d.policy().bagTooMuchAfter() : d.policy().bagMissingAfter();
    }

    /** Since when nothing moved: neither the scale nor the basket. */
    private static Instant looseSince(Deciding d) {
        Instant bag = d.readings().bagSince();
        return bag.isAfter(d.lane().lastSeen()) ? bag : d.lane().lastSeen();
    }

    private static int tolerance(Deciding d) {
        return d.policy().bagToleranceGrams(d.sale().bagExpectedGrams());
    }
}
