package org.samokasa.kiosk.persistence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentedJournalTest {
    private static final JournalOptions SMALL = new JournalOptions(512);
    private static final String FIRST = "journal-00000001.segment";
    private static final String SECOND = "journal-00000002.segment";

    private final MemoryFiles files = new MemoryFiles();

    private static List<byte[]> payloads(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    private static List<String> contentsOf(JournalFiles files) throws IOException {
        List<String> records = new ArrayList<>();
        Verification verification = JournalReader.read(
                files, (sequence, payload) -> records.add(sequence + " " + new String(payload, UTF_8)));
        assertThat(verification.firstBad()).isEmpty();
        return records;
    }

    private static SegmentedJournal open(JournalFiles files) throws IOException {
        return SegmentedJournal.open(files, SMALL, (sequence, payload) -> {});
    }

    @Test
    void records_come_back_in_order_with_their_numbers() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            assertThat(journal.lastSequence()).isZero();
            assertThat(journal.append(payloads("a", "b"))).isEqualTo(1);
            assertThat(journal.append(payloads(""))).isEqualTo(3);
            assertThat(journal.lastSequence()).isEqualTo(3);
        }
        List<String> replayed = new ArrayList<>();
        SegmentedJournal.open(files, SMALL, (sequence, payload) -> replayed.add(sequence + new String(payload, UTF_8)))
                .close();
        assertThat(replayed).containsExactly("1a", "2b", "3");
        assertThat(files.nothingLeftOpen()).isTrue();
    }

    @Test
    void an_append_is_one_write_followed_by_one_force() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            files.takeCalls();
            journal.append(payloads("a", "b", "c"));
            assertThat(files.takeCalls()).containsExactly("write", "force");
        }
    }

    @Test
    void a_full_segment_is_followed_by_a_new_one_whose_name_is_forced_before_its_first_record() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            journal.append(payloads("x".repeat(300)));
            files.takeCalls();
            journal.append(payloads("y".repeat(300)));
            assertThat(files.takeCalls())
                    .containsExactly(
                            "create " + SECOND + ".new",
                            "write",
                            "write",
                            "force",
                            "rename " + SECOND,
                            "force directory",
                            "write",
                            "force");
        }
        assertThat(contentsOf(files)).containsExactly("1 " + "x".repeat(300), "2 " + "y".repeat(300));
    }

    @Test
    void reopening_continues_the_chain_also_with_another_segment_size() throws IOException {
        for (int i = 0; i < 30; i++) {
            JournalOptions options = new JournalOptions(512 + 100 * (i % 3));
            try (SegmentedJournal journal = SegmentedJournal.open(files, options, (sequence, payload) -> {})) {
                assertThat(journal.append(payloads("record " + i))).isEqualTo(i + 1);
            }
        }
        assertThat(contentsOf(files)).hasSize(30).last().isEqualTo("30 record 29");
        assertThat(JournalReader.verify(files).segments()).isGreaterThan(3);
    }

    @Test
    void a_journal_has_a_name_of_its_own_that_stays() throws IOException {
        MemoryFiles other = new MemoryFiles();
        String name;
        try (SegmentedJournal journal = open(files);
                SegmentedJournal second = open(other)) {
            assertThat(journal.identity()).isEmpty();
            journal.append(payloads("opened at nine"));
            second.append(payloads("opened at ten"));
            name = journal.identity().orElseThrow();
            assertThat(second.identity()).isPresent().isNotEqualTo(journal.identity());
        }
        try (SegmentedJournal journal = open(files)) {
            journal.append(payloads("more"));
            assertThat(journal.identity()).contains(name);
        }
    }

    @Test
    void a_frame_too_long_for_a_segment_is_refused_and_the_journal_goes_on() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            int longest = SMALL.frameBytesMax() - Frame.HEADER_BYTES - 4;
            assertThatThrownBy(() -> journal.append(payloads("x".repeat(longest + 1))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> journal.append(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThat(journal.append(payloads("x".repeat(longest)))).isEqualTo(1);
        }
    }

    @Test
    void a_second_writer_is_kept_out_until_the_first_is_done(@TempDir Path directory) throws IOException {
        JournalFiles disk = new DiskFiles(directory.resolve("new/journal"));
        try (SegmentedJournal journal = open(disk)) {
            journal.append(payloads("a"));
            assertThatThrownBy(() -> open(disk))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("open already");
            assertThat(contentsOf(disk)).containsExactly("1 a");
        }
        try (SegmentedJournal journal = open(disk)) {
            journal.append(payloads("b".repeat(300)));
            journal.append(payloads("c".repeat(300)));
        }
        assertThat(contentsOf(disk)).hasSize(3);
    }

    @Test
    void a_write_that_fails_stops_the_journal_and_leaves_a_torn_tail_that_is_cleared() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            journal.append(payloads("kept"));
            files.fullAfter(70);
            assertThatThrownBy(() -> journal.append(payloads("x".repeat(100))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("record 2 is not durable")
                    .hasMessageContaining("No space left");
            files.fullAfter(Long.MAX_VALUE);
            assertThatThrownBy(() -> journal.append(payloads("y")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("stopped");
            assertThat(journal.stopped()).isPresent();
            assertThat(journal.lastSequence()).isEqualTo(1);
        }
        assertThat(JournalReader.verify(files).unfinishedTail()).isTrue();
        try (SegmentedJournal journal = open(files)) {
            assertThat(journal.append(payloads("again"))).isEqualTo(2);
        }
        assertThat(contentsOf(files)).containsExactly("1 kept", "2 again");
        assertThat(files.nothingLeftOpen()).isTrue();
    }

    @Test
    void a_force_that_fails_stops_the_journal() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            files.forceFails(true);
            assertThatThrownBy(() -> journal.append(payloads("a"))).isInstanceOf(JournalException.class);
            files.forceFails(false);
            assertThatThrownBy(() -> journal.append(payloads("b"))).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void a_disk_that_fills_up_while_a_segment_is_made_loses_nothing() throws IOException {
        for (long room = 0; room < 512 + 64; room += 7) {
            MemoryFiles disk = new MemoryFiles();
            try (SegmentedJournal journal = open(disk)) {
                journal.append(payloads("x".repeat(300)));
                disk.fullAfter(room);
                assertThatThrownBy(() -> journal.append(payloads("y".repeat(300))))
                        .isInstanceOf(JournalException.class);
            }
            disk.fullAfter(Long.MAX_VALUE);
            try (SegmentedJournal journal = open(disk)) {
                assertThat(journal.append(payloads("z".repeat(300)))).isEqualTo(2);
            }
            assertThat(contentsOf(disk)).containsExactly("1 " + "x".repeat(300), "2 " + "z".repeat(300));
            assertThat(disk.nothingLeftOpen()).isTrue();
        }
    }

    @Test
    void a_segment_that_never_got_its_name_is_made_again() throws IOException {
        try (SegmentedJournal journal = open(files)) {
            journal.append(payloads("x".repeat(300)));
            files.renameFails(true);
            assertThatThrownBy(() -> journal.append(payloads("y".repeat(300)))).isInstanceOf(JournalException.class);
            files.renameFails(false);
        }
        assertThat(files.list()).contains(SECOND + ".new");
        try (SegmentedJournal journal = open(files)) {
            journal.append(payloads("z".repeat(300)));
        }
        assertThat(files.list()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_journal_that_cannot_be_opened_gives_its_lock_back() throws IOException {
        open(files).close();
        files.contents.get(FIRST)[0] = 0;
        assertThatThrownBy(() -> open(files)).isInstanceOf(JournalCorruptException.class);
        assertThat(files.nothingLeftOpen()).isTrue();
    }
}
