package org.samokasa.kiosk.disk;

import java.util.random.RandomGenerator;

/**
 * What a power cut leaves of that which was not forced. What was forced stays in any case.
 *
 * @param name        for messages
 * @param sectorBytes what the disk writes in one go: a write is kept or lost in pieces that end at multiples of it
 * @param course      decides piece by piece
 */
public record CrashPolicy(String name, int sectorBytes, Course course) {
    /** The sector of older disks, and what many newer ones still claim to have, in bytes. */
    public static final int SECTOR_BYTES = 512;

    /** The sector of newer disks and the page of an operating system's cache, in bytes. */
    public static final int PAGE_BYTES = 4096;

    /** What becomes of a piece. A change of names knows only kept and lost; whatever is not lost is kept. */
    public enum Fate {
        KEPT,
        LOST,
        /** Written with one to three bits wrong. */
        FLIPPED,
        /** Something else stands there: the disk died while it wrote this sector. */
        SCRIBBLED
    }

    /** One kind of power cut. */
    public interface Course {
        /** @param changes number of changes that were not forced, over all files and names */
        Judge begin(int changes, RandomGenerator chance);
    }

    /** One power cut. */
    public interface Judge {
        /**
         * @param change number of the change in the order in which they were made, from 0
         * @param piece  number of its piece, from 0; where a write makes a file longer, the new length is its last piece
         * @param pieces of this change
         */
        Fate of(int change, int piece, int pieces);
    }

    public static CrashPolicy forgetsAll() {
        return new CrashPolicy("forgets all", PAGE_BYTES, (changes, chance) -> (change, piece, pieces) -> Fate.LOST);
    }

    public static CrashPolicy keepsAll() {
        return new CrashPolicy("keeps all", PAGE_BYTES, (changes, chance) -> (change, piece, pieces) -> Fate.KEPT);
    }

    /**
     * Keeps whole changes and loses whole ones, in any combination: the cache is written back in no order.
     *
     * @param kept bit n says whether change n is kept; those from 31 on share the last bit
     */
    public static CrashPolicy keeps(int kept) {
        return new CrashPolicy(
                "keeps changes " + Integer.toBinaryString(kept),
                PAGE_BYTES,
                (changes, chance) ->
                        (change, piece, pieces) -> (kept >>> Math.min(change, 31) & 1) == 1 ? Fate.KEPT : Fate.LOST);
    }

    /** Stops in the middle: everything up to some sector of some change is there, and nothing after it. */
    public static CrashPolicy tears(int sectorBytes) {
        return new CrashPolicy("tears at " + sectorBytes, sectorBytes, (changes, chance) -> {
            int torn = chance.nextInt(Math.max(1, changes));
            int share = chance.nextInt(101);
            return (change, piece, pieces) ->
                    change < torn || change == torn && piece * 100 < share * pieces ? Fate.KEPT : Fate.LOST;
        });
    }

    /** Writes back sectors in any order: each of them is there or not. */
    public static CrashPolicy reorders(int sectorBytes) {
        return new CrashPolicy(
                "reorders " + sectorBytes,
                sectorBytes,
                (changes, chance) -> (change, piece, pieces) -> chance.nextBoolean() ? Fate.KEPT : Fate.LOST);
    }

    /** Like {@link #reorders}, and some sectors come out with wrong bits. */
    public static CrashPolicy flips(int sectorBytes) {
        return harms("flips bits in ", sectorBytes, Fate.FLIPPED);
    }

    /** Like {@link #reorders}, and some sectors hold something that nobody wrote. */
    public static CrashPolicy scribbles(int sectorBytes) {
        return harms("scribbles over ", sectorBytes, Fate.SCRIBBLED);
    }

    private static CrashPolicy harms(String name, int sectorBytes, Fate harm) {
        return new CrashPolicy(
                name + sectorBytes,
                sectorBytes,
                (changes, chance) -> (change, piece, pieces) -> switch (chance.nextInt(4)) {
                    case 0 -> Fate.LOST;
                    case 1 -> harm;
                    default -> Fate.KEPT;
                });
    }

    @Override
    public String toString() {
        return name;
    }
}
