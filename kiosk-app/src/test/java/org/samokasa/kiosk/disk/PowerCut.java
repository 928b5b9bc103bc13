package org.samokasa.kiosk.disk;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.disk.CrashPolicy.Fate;
import org.samokasa.kiosk.disk.CrashPolicy.Judge;

/**
 * Works out what one power cut leaves.
 *
 * <p>Two things are taken for granted, as SQLite and every other program that adds to the end of a file does. Bytes
 * beside a write are not harmed by it, even in the same sector. And a sector that is written again exactly as it stands
 * stays as it is: a disk that spoils what it was only asked to repeat would spoil the neighbours as well.
 */
final class PowerCut {
    private static final int FLIPPED_BITS_MAX = 3;

    private final CrashPolicy policy;
    private final RandomGenerator chance;
    private final Judge judge;
    private final List<Change> pending;
    private final Map<StoredFile, Bytes> contents = new IdentityHashMap<>();

    PowerCut(CrashPolicy policy, RandomGenerator chance, List<Change> pending) {
        this.policy = policy;
        this.chance = chance;
        this.pending = pending;
        this.judge = policy.course().begin(pending.size(), chance);
    }

    /** The files that are there afterwards; the given names are the forced ones. */
    Map<String, StoredFile> strike(Map<String, StoredFile> forcedNames) {
        Map<String, StoredFile> names = new HashMap<>(forcedNames);
        for (int i = 0; i < pending.size(); i++) {
            Change change = pending.get(i);
            if (change instanceof Change.Written written) {
                strike(i, written);
            } else if (judge.of(i, 0, 1) != Fate.LOST) {
                keep(change, names);
            }
        }
        Map<StoredFile, StoredFile> left = new IdentityHashMap<>();
        names.replaceAll((name, file) -> left.computeIfAbsent(file, f -> StoredFile.safe(contentsOf(f))));
        return names;
    }

    private void keep(Change change, Map<String, StoredFile> names) {
        if (change instanceof Change.ToNames toNames) {
            toNames.apply(names);
        } else if (change instanceof Change.ToContents toContents) {
            toContents.apply(contentsOf(change.file()));
        }
    }

    private Bytes contentsOf(StoredFile file) {
        return contents.computeIfAbsent(file, f -> f.forced.copy());
    }

    private void strike(int change, Change.Written written) {
        int sector = policy.sectorBytes();
        int end = written.offset() + written.bytes().length;
        int first = written.offset() / sector;
        int pieces = (end - 1) / sector - first + 1;
        for (int piece = 0; piece < pieces; piece++) {
            int from = Math.max(written.offset(), (first + piece) * sector);
            int to = Math.min(end, (first + piece + 1) * sector);
            strike(written, from - written.offset(), to - from, judge.of(change, piece, pieces + 1));
        }
        if (judge.of(change, pieces, pieces + 1) == Fate.KEPT) {
            contentsOf(written.file()).growTo(end);
        }
    }

    private void strike(Change.Written written, int start, int count, Fate fate) {
        int offset = written.offset() + start;
        if (fate == Fate.LOST || written.file().forced.holds(offset, written.bytes(), start, count)) {
            return;
        }
        byte[] piece = new byte[count];
        if (fate == Fate.SCRIBBLED) {
            chance.nextBytes(piece);
        } else {
            System.arraycopy(written.bytes(), start, piece, 0, count);
        }
        if (fate == Fate.FLIPPED) {
            flipSome(piece);
        }
        contentsOf(written.file()).write(offset, piece, 0, count);
    }

    private void flipSome(byte[] piece) {
        int flips = 1 + chance.nextInt(FLIPPED_BITS_MAX);
        for (int i = 0; i < flips; i++) {
            int bit = chance.nextInt(piece.length * Byte.SIZE);
            piece[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }
}
