package org.samokasa.kiosk.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;
import org.samokasa.kiosk.persistence.journal.Verification;

/**
 * What a journal promises about a disk that it was written to, and whether it keeps it:
 *
 * <ol>
 *   <li>it opens, and a reader finds no damage;
 *   <li>it holds every acknowledged decision, then perhaps some that were never acknowledged, and nothing else: whole
 *       decisions, in order, byte for byte;
 *   <li>what it replayed is safe when it has opened: the lane acts on it at once;
 *   <li>it takes more, and that is safe as well.
 * </ol>
 */
final class JournalPromise {
    private static final List<byte[]> MORE = List.of("one fact more".getBytes(UTF_8), "and one".getBytes(UTF_8));

    /** Where nothing is left to chance. */
    private static final RandomGenerator NO_CHANCE = new SplittableRandom(0);

    private final List<List<byte[]>> decisions;

    /** @param decisions that were appended, or tried to be, in order */
    JournalPromise(List<List<byte[]>> decisions) {
        this.decisions = decisions;
    }

    /**
     * Opens the journal of a disk, looks at it and appends to it.
     *
     * @param acknowledged number of decisions whose append has returned
     * @throws AssertionError if a promise is broken
     * @throws IOException    if it does not open, or takes nothing more
     */
    void check(FaultyDisk disk, int acknowledged) throws IOException {
        List<byte[]> replayed = new ArrayList<>();
        try (SegmentedJournal journal =
                SegmentedJournal.open(disk, RecordedShift.SEGMENTS, (sequence, payload) -> replayed.add(payload))) {
            if (wholeDecisions(replayed) < acknowledged) {
                throw new AssertionError("only " + wholeDecisions(replayed) + " decisions are left");
            }
            assertSafe(disk, replayed, "what was replayed");
            long first = journal.append(MORE);
            if (first != replayed.size() + 1) {
                throw new AssertionError("goes on with record " + first + " after " + replayed.size());
            }
        }
        disk.assertNothingLeftOpen();
        replayed.addAll(MORE);
        assertSafe(disk, replayed, "what was appended afterwards");
    }

    /** How many decisions these payloads are. */
    private int wholeDecisions(List<byte[]> payloads) {
        int at = 0;
        for (int i = 0; i < decisions.size(); i++) {
            if (at == payloads.size()) {
                return i;
            }
            for (byte[] expected : decisions.get(i)) {
                if (at == payloads.size() || !Arrays.equals(expected, payloads.get(at))) {
                    throw new AssertionError("record " + (at + 1) + " is not of decision " + i);
                }
                at++;
            }
        }
        if (at < payloads.size()) {
            throw new AssertionError("record " + (at + 1) + " was never written");
        }
        return decisions.size();
    }

    /** The harshest power cut there is, without opening: only a reader looks. */
    private static void assertSafe(FaultyDisk disk, List<byte[]> expected, String what) throws IOException {
        FaultyDisk left = disk.crash(CrashPolicy.forgetsAll(), NO_CHANCE);
        List<byte[]> found = new ArrayList<>();
        Verification verification = JournalReader.read(left, (sequence, payload) -> found.add(payload));
        if (verification.firstBad().isPresent()) {
            throw new AssertionError(
                    what + " is not safe: " + verification.firstBad().get());
        }
        if (found.size() != expected.size()) {
            throw new AssertionError(what + " is not safe: " + found.size() + " of " + expected.size() + " records");
        }
        for (int i = 0; i < found.size(); i++) {
            if (!Arrays.equals(found.get(i), expected.get(i))) {
                throw new AssertionError(what + " is not safe: record " + (i + 1) + " has changed");
            }
        }
    }
}
