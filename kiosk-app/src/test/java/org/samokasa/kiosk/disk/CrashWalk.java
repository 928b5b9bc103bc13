package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;

/**
 * Crashes a disk in many ways and has the promise checked on each image. Images that look alike are checked once; the
 * count is of different ones.
 */
final class CrashWalk {
    /** With so few changes every combination of kept and lost is tried. */
    private static final int CHANGES_FOR_ALL_SUBSETS_MAX = 4;

    private final JournalPromise promise;
    private final int seeds;
    private final Set<Image> seen = new HashSet<>();

    /** A disk and what must be on it. */
    private record Image(long fingerprint, int acknowledged) {}

    /** @param seeds how often each policy that leaves something to chance is tried */
    CrashWalk(JournalPromise promise, int seeds) {
        this.promise = promise;
        this.seeds = seeds;
    }

    /** Different images checked so far. */
    long images() {
        return seen.size();
    }

    /** Cuts the power now, in every way. */
    void powerCuts(FaultyDisk disk, int acknowledged, String where) {
        crashes(disk, acknowledged, where, (image, how) -> check(image, acknowledged, how));
    }

    /** Cuts the power now, and again at every operation of the recovery from that. */
    void powerCutsDuringRecovery(FaultyDisk disk, int acknowledged, String where) {
        Set<Long> begun = new HashSet<>();
        crashes(disk, acknowledged, where, (image, how) -> {
            if (begun.add(image.fingerprint())) {
                recoveries(image, acknowledged, how);
            }
        });
    }

    /** Recovers once, and looks at the disk before each operation of that: cut off, and killed and then cut off. */
    void recoveries(FaultyDisk disk, int acknowledged, String where) {
        List<FaultyDisk> moments = new ArrayList<>();
        FaultyDisk recovering = disk.afterKill();
        recovering.beforeEach(operation -> moments.add(recovering.afterKill()));
        try {
            SegmentedJournal.open(recovering, RecordedShift.SEGMENTS, (sequence, payload) -> {})
                    .close();
        } catch (IOException e) {
            throw new AssertionError(where + ": " + e.getMessage(), e);
        }
        for (int i = 0; i < moments.size(); i++) {
            String at = where + ", then before operation " + i + " of the recovery";
            powerCuts(moments.get(i), acknowledged, at);
            check(moments.get(i), acknowledged, at + ", killed");
        }
    }

    /** Opens this very disk. */
    void check(FaultyDisk image, int acknowledged, String where) {
        if (!seen.add(new Image(image.fingerprint(), acknowledged))) {
            return;
        }
        try {
            promise.check(image, acknowledged);
        } catch (IOException | AssertionError e) {
            throw new AssertionError(where + ": " + e.getMessage(), e);
        }
    }

    private interface Visitor {
        void image(FaultyDisk image, String how);
    }

    private void crashes(FaultyDisk disk, int acknowledged, String where, Visitor visitor) {
        for (CrashPolicy policy : certain(disk.unforcedChanges())) {
            visitor.image(disk.crash(policy, new SplittableRandom(0)), where + ", " + policy);
        }
        if (disk.unforcedChanges() == 0) {
            return;
        }
        for (CrashPolicy policy : UNCERTAIN) {
            for (long seed = 1; seed <= seeds; seed++) {
                // Mixed with the moment, so that a seed does not tear every moment at the same place.
                RandomGenerator chance = new SplittableRandom(seed * 1_000_003 + where.hashCode());
                visitor.image(disk.crash(policy, chance), where + ", " + policy + ", seed " + seed);
            }
        }
    }

    private static List<CrashPolicy> certain(int changes) {
        List<CrashPolicy> policies = new ArrayList<>(List.of(CrashPolicy.forgetsAll(), CrashPolicy.keepsAll()));
        if (changes <= CHANGES_FOR_ALL_SUBSETS_MAX) {
            for (int kept = 1; kept < (1 << changes) - 1; kept++) {
                policies.add(CrashPolicy.keeps(kept));
            }
        }
        return policies;
    }

    private static final List<CrashPolicy> UNCERTAIN = List.of(
            CrashPolicy.tears(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.tears(CrashPolicy.PAGE_BYTES),
            CrashPolicy.reorders(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.reorders(CrashPolicy.PAGE_BYTES),
            CrashPolicy.flips(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.flips(CrashPolicy.PAGE_BYTES),
            CrashPolicy.scribbles(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.scribbles(CrashPolicy.PAGE_BYTES));
}
