package org.samokasa.kiosk.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;

/**
 * What came into the bagging area since it last was right, line by line, so that a difference can be said of the goods it
 * is about. It follows only what it understands; after anything else it says nothing until the bag is right again, for
 * goods named wrongly are worse than none. Not durable: after a restart it begins when the bag is right.
 *
 * @param grams last still reading that is accounted for
 * @param steps lines since the bag was right, in the order of scanning
 * @param at when a line last came down
 * @param isFollowed false after something that is not understood
 */
public record BagTrail(int grams, List<Step> steps, Instant at, boolean isFollowed) {
    /** It cannot be told what lies there. */
    public static final BagTrail LOST = new BagTrail(0, List.of(), Instant.EPOCH, false);

    /** Bags crackle and hands brush by: less is no goods. The same change that tells two loads of a scale apart. */
    static final int NOISE_GRAMS = Readings.LOAD_CHANGE_GRAMS;

    /** A hand that lets go late belongs to the goods it put down, as long as it takes to let go. */
    static final Duration LETTING_GO = Duration.ofSeconds(2);

    /** Goods that weigh what the catalogue says do so within this, or {@link #NOISE_GRAMS}; as the bag's own tolerance. */
    private static final int FIT_PER_MILLE = 30;

    /**
     * A line and what it added to the bagging area.
     *
     * @param item what it is
     * @param catalogue grams it should weigh, more than 0
     * @param measured grams it weighed; empty until it was put down
     * @param isPiece one piece, so that the catalogue names its weight; else it was weighed here
     */
    public record Step(int line, String item, int catalogue, OptionalInt measured, boolean isPiece) {
        private boolean waits() {
            return measured.isEmpty();
        }

        /** Grams by which this line alone puts the bag out. */
        private int off() {
            return measured.orElse(0) - catalogue;
        }

        private boolean fits(int change) {
            return Math.abs(change - catalogue) <= Math.max(NOISE_GRAMS, catalogue * FIT_PER_MILLE / 1000);
        }

        /** Within half its weight: beyond that it is something else, or something more. */
        private boolean canBe(int change) {
            return 2 * Math.abs(change - catalogue) <= catalogue;
        }

        private Step weighing(int change) {
            return new Step(line, item, catalogue, OptionalInt.of(change), isPiece);
        }

        private Step lifted() {
            return new Step(line, item, catalogue, OptionalInt.empty(), isPiece);
        }
    }

    public BagTrail {
        steps = List.copyOf(steps);
    }

    /** The bag is as it should be, and shows this. */
    public static BagTrail right(int grams) {
        return new BagTrail(grams, List.of(), Instant.EPOCH, true);
    }

    /**
     * What a fact means for it.
     *
     * @param bag what the bagging scale shows: at the start of a visit that is how it should be
     */
    public BagTrail after(LaneEvent event, Load bag) {
        if (event instanceof ServiceEvent.SaleStarted) {
            return bag instanceof Load.Still still ? right(still.grams()) : LOST;
        }
        if (event instanceof BasketEvent.ItemAdded added) {
            return added(added.line());
        }
        boolean unclear = event instanceof BasketEvent.LineVoided
                || event instanceof BasketEvent.BagWeightLearnt
                || event instanceof BasketEvent.BagOffsetSet;
        return unclear ? LOST : this;
    }

    private BagTrail added(Line line) {
        if (!isFollowed || !line.countsAsItem()) {
            return this;
        }
        if (line.expectedGrams() == 0) {
            return LOST;
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(
                line.number(),
                line.item().value(),
                line.expectedGrams(),
                OptionalInt.empty(),
                line.soldBy() == SoldBy.PIECE));
        return new BagTrail(grams, more, at, true);
    }

    /** The scale stands still at so many grams. */
    public BagTrail still(int now, Instant when) {
        int change = now - grams;
        if (!isFollowed || Math.abs(change) <= NOISE_GRAMS) {
            return this;
        }
        return put(change, now, when)
                .or(() -> lifted(change, now))
                .or(() -> letGo(change, now, when))
                .orElse(LOST);
    }

    private List<Step> waiting() {
        return steps.stream().filter(Step::waits).toList();
    }

    /** One line came down: the one it fits best, or the only one there is; or all of them at once. */
    private Optional<BagTrail> put(int change, int now, Instant when) {
        List<Step> waiting = waiting();
        Optional<Step> one = waiting.stream()
                .filter(step -> step.fits(change))
                .min(Comparator.comparingInt(step -> Math.abs(change - step.catalogue())))
                .or(() -> waiting.stream()
                        .filter(step -> waiting.size() == 1 && step.canBe(change))
                        .findFirst());
        if (one.isPresent()) {
            return Optional.of(with(one.get().weighing(change), now, when));
        }
        int all = waiting.stream().mapToInt(Step::catalogue).sum();
        boolean together =
                waiting.size() > 1 && Math.abs(change - all) <= Math.max(NOISE_GRAMS, all * FIT_PER_MILLE / 1000);
        return together ? Optional.of(together(now, when)) : Optional.empty();
    }

    private BagTrail together(int now, Instant when) {
        List<Step> down = steps.stream()
                .map(step -> step.waits() ? step.weighing(step.catalogue()) : step)
                .toList();
        return new BagTrail(now, down, when, true);
    }

    /** What was put down last is taken out again, as the screen may have asked. */
    private Optional<BagTrail> lifted(int change, int now) {
        return steps.stream()
                .filter(step -> !step.waits() && Math.abs(step.measured().getAsInt() + change) <= NOISE_GRAMS)
                .reduce((earlier, later) -> later)
                .map(step -> with(step.lifted(), now, at));
    }

    /** The reading before was taken with a hand on it. */
    private Optional<BagTrail> letGo(int change, int now, Instant when) {
        return steps.stream()
                .filter(step -> !step.waits() && when.isBefore(at.plus(LETTING_GO)))
                .reduce((earlier, later) -> later)
                .filter(step -> waiting().isEmpty())
                .filter(step -> step.canBe(step.measured().getAsInt() + change))
                .map(step -> with(step.weighing(step.measured().getAsInt() + change), now, at));
    }

    private BagTrail with(Step changed, int now, Instant when) {
        List<Step> all = steps.stream()
                .map(step -> step.line() == changed.line() ? changed : step)
                .toList();
        return new BagTrail(now, all, when, true);
    }

    /**
     * The line that a difference is about, if only one can be meant.
     *
     * @param difference grams measured beyond those expected
     * @param tolerance that is never looked at
     */
    public Optional<Step> suspect(int difference, int tolerance) {
        List<Step> off =
                steps.stream().filter(step -> Math.abs(step.off()) > tolerance).toList();
        int explained = off.stream().mapToInt(Step::off).sum();
        boolean one = off.stream().map(Step::item).distinct().count() == 1
                && (off.size() == 1 || off.stream().allMatch(Step::waits));
        boolean known = off.stream().allMatch(step -> step.waits() || step.isPiece());
        return isFollowed && one && known && Math.abs(difference - explained) <= tolerance
                ? Optional.of(off.get(off.size() - 1))
                : Optional.empty();
    }
}
