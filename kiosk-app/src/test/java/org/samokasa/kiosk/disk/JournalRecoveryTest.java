package org.samokasa.kiosk.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.disk.DiskOperation.Kind;
import org.samokasa.kiosk.persistence.journal.JournalOptions;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;
import org.samokasa.kiosk.persistence.journal.Verification;

/** What the walk through all power cuts found, each told as its own story, and tails made to mislead. */
class JournalRecoveryTest {
    private static final JournalOptions SMALL = new JournalOptions(2048);
    private static final String FIRST = "journal-00000001.segment";

    /** From the drawing of a frame in the journal: magic, then checksum, then length of the body. */
    private static final int MAGIC = 0xFF534B01;

    private FaultyDisk disk = new FaultyDisk();

    private static List<byte[]> payload(String text) {
        return List.of(text.getBytes(UTF_8));
    }

    private static SegmentedJournal open(FaultyDisk disk) throws IOException {
        return SegmentedJournal.open(disk, SMALL, (sequence, payload) -> {});
    }

    private List<String> reopened() throws IOException {
        List<String> records = new ArrayList<>();
        SegmentedJournal.open(disk, SMALL, (sequence, payload) -> records.add(new String(payload, UTF_8)))
                .close();
        disk.assertNothingLeftOpen();
        return records;
    }

    private void restart() {
        disk = disk.afterKill();
    }

    private void powerCut() {
        disk = disk.crash(CrashPolicy.forgetsAll(), new SplittableRandom(0));
    }

    /** The disk as it is just before the first operation of that kind after an append of this text. */
    private void killedBefore(Kind kind, String text) throws IOException {
        FaultyDisk[] killed = {null};
        try (SegmentedJournal journal = open(disk)) {
            disk.beforeEach(operation -> {
                if (operation.kind() == kind && killed[0] == null) {
                    killed[0] = disk.afterKill();
                }
            });
            journal.append(payload(text));
        }
        disk = killed[0];
    }

    @Test
    void a_frame_that_a_killed_process_never_forced_is_safe_once_it_was_replayed() throws IOException {
        killedBefore(Kind.FORCE, "paid");
        assertThat(reopened()).containsExactly("paid");
        powerCut();
        assertThat(reopened()).containsExactly("paid");
    }

    @Test
    void a_segment_whose_name_a_killed_process_never_forced_keeps_what_is_appended_later() throws IOException {
        open(disk).append(payload("a".repeat(1500)));
        restart();
        killedBefore(Kind.FORCE_DIRECTORY, "b".repeat(1500));
        try (SegmentedJournal journal = open(disk)) {
            assertThat(disk.list()).hasSize(2);
            journal.append(payload("paid"));
        }
        powerCut();
        assertThat(reopened()).containsExactly("a".repeat(1500), "paid");
    }

    @Test
    void a_frame_that_the_system_shows_but_forgot_to_write_after_a_failed_force_is_written_again() throws IOException {
        try (SegmentedJournal journal = open(disk)) {
            disk.failAt(disk.operations() + 1, DiskFault.FORGOTTEN);
            assertThatThrownBy(() -> journal.append(payload("shown"))).hasMessageContaining("not durable");
        }
        restart();
        try (SegmentedJournal journal = open(disk)) {
            assertThat(journal.append(payload("paid"))).isEqualTo(2);
        }
        powerCut();
        assertThat(reopened()).containsExactly("shown", "paid");
    }

    @Test
    void a_recovery_that_fails_closes_what_it_had_opened() throws IOException {
        open(disk).append(payload("a"));
        restart();
        for (long operation = 0; operation < 3; operation++) {
            disk.failAt(disk.operations() + operation, DiskFault.REFUSED);
            assertThatThrownBy(() -> open(disk)).isInstanceOf(IOException.class);
            disk.assertNothingLeftOpen();
        }
        assertThat(reopened()).containsExactly("a");
    }

    @Test
    void a_tail_that_looks_like_the_beginning_of_a_huge_or_negative_frame_is_cleared() throws IOException {
        try (SegmentedJournal journal = open(disk)) {
            journal.append(payload("kept"));
        }
        long end = 64 + 56 + 4 + "kept".length();
        for (int length :
                new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 55, 1 << 28, 1921, 0, -1, -56, Integer.MIN_VALUE}) {
            FaultyDisk misled = disk.afterKill();
            ByteBuffer header =
                    ByteBuffer.allocate(56).putInt(MAGIC).putInt(0x12345678).putInt(length);
            try (FaultyFile file = misled.open(FIRST)) {
                file.write(header.rewind(), end);
                file.write(header.rewind(), 2048 - 56);
                file.force();
            }
            assertGoesOn(misled);
        }
    }

    @Test
    void a_tail_full_of_beginnings_is_cleared() throws IOException {
        try (SegmentedJournal journal = open(disk)) {
            journal.append(payload("kept"));
        }
        try (FaultyFile file = disk.open(FIRST)) {
            ByteBuffer beginnings = ByteBuffer.allocate(1900);
            while (beginnings.remaining() >= 12) {
                beginnings.putInt(MAGIC).putInt(0).putInt(beginnings.remaining());
            }
            file.write(beginnings.flip(), 128);
        }
        assertGoesOn(disk);
    }

    private static void assertGoesOn(FaultyDisk disk) throws IOException {
        try (SegmentedJournal journal = open(disk)) {
            assertThat(journal.append(payload("more"))).isEqualTo(2);
        }
        Verification after = JournalReader.verify(disk.crash(CrashPolicy.forgetsAll(), new SplittableRandom(0)));
        assertThat(after.firstBad()).isEmpty();
        assertThat(after.unfinishedTail()).isFalse();
        assertThat(after.records()).isEqualTo(2);
    }

    @Test
    void the_rest_of_a_longer_torn_frame_never_stays_behind_the_new_tail() throws IOException {
        FaultyDisk[] torn = {null};
        try (SegmentedJournal journal = open(disk)) {
            disk.beforeEach(operation -> {
                if (operation.kind() == Kind.FORCE) {
                    torn[0] = disk.crash(
                            new CrashPolicy(
                                    "loses the first sector",
                                    512,
                                    (changes, chance) -> (change, piece, pieces) ->
                                            piece == 0 ? CrashPolicy.Fate.LOST : CrashPolicy.Fate.KEPT),
                            new SplittableRandom(0));
                }
            });
            journal.append(payload("x".repeat(1500)));
        }
        disk = torn[0];
        assertThat(JournalReader.verify(disk).unfinishedTail()).isTrue();
        try (SegmentedJournal journal = open(disk)) {
            journal.append(payload("short"));
        }
        powerCut();
        assertThat(new String(disk.contents(FIRST), UTF_8)).doesNotContain("x");
        assertThat(reopened()).containsExactly("short");
    }
}
