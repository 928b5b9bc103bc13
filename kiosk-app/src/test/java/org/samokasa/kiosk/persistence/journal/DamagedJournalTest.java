package org.samokasa.kiosk.persistence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small journal of two segments, harmed in every way a disk can harm it. */
class DamagedJournalTest {
    private static final JournalOptions SMALL = new JournalOptions(512);
    private static final String FIRST = "journal-00000001.segment";
    private static final String SECOND = "journal-00000002.segment";
    private static final int RECORD_BYTES = 40;
    private static final int FRAME_BYTES = Frame.HEADER_BYTES + 2 * (4 + RECORD_BYTES);

    /** Three frames fill the first segment, two more stand in the second; two records in each. */
    private static final int FRAMES = 5;

    private static final int LAST_FRAME_FROM = SegmentHeader.BYTES + FRAME_BYTES;
    private static final int LAST_FRAME_TO = LAST_FRAME_FROM + FRAME_BYTES;

    private final MemoryFiles intact = new MemoryFiles();
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        try (SegmentedJournal journal = SegmentedJournal.open(intact, SMALL, (sequence, payload) -> {})) {
            for (int frame = 0; frame < FRAMES; frame++) {
                List<byte[]> payloads = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    String text = (char) ('a' + frame) + "-".repeat(RECORD_BYTES - 2) + i;
                    written.add(text);
                    payloads.add(text.getBytes(UTF_8));
                }
                journal.append(payloads);
            }
        }
        assertThat(JournalReader.verify(intact).segments()).isEqualTo(2);
    }

    private static List<String> reopen(MemoryFiles files) throws IOException {
        List<String> records = new ArrayList<>();
        try (SegmentedJournal journal =
                SegmentedJournal.open(files, SMALL, (sequence, payload) -> records.add(new String(payload, UTF_8)))) {
            assertThat(journal.append(List.of("next".getBytes(UTF_8)))).isEqualTo(records.size() + 1);
        }
        Verification after = JournalReader.verify(files);
        assertThat(after.firstBad()).isEmpty();
        assertThat(after.unfinishedTail()).isFalse();
        assertThat(after.records()).isEqualTo(records.size() + 1);
        return records;
    }

    private List<String> allButTheLastFrame() {
        return written.subList(0, written.size() - 2);
    }

    private static Damage refusal(MemoryFiles files) throws IOException {
        Verification verification = JournalReader.verify(files);
        Damage damage = verification.firstBad().orElseThrow();
        assertThatThrownBy(() -> SegmentedJournal.open(files, SMALL, (sequence, payload) -> {}))
                .isInstanceOfSatisfying(
                        JournalCorruptException.class,
                        e -> assertThat(e.damage()).isEqualTo(damage))
                .hasMessageContaining(damage.file())
                .hasMessageContaining("byte " + damage.offset());
        assertThat(damage.sequence()).isEqualTo(verification.records() + 1);
        return damage;
    }

    @Test
    void a_last_write_that_stopped_at_any_byte_is_cleared() throws IOException {
        for (int from = LAST_FRAME_FROM; from < LAST_FRAME_TO; from++) {
            MemoryFiles files = intact.copy();
            Arrays.fill(files.contents.get(SECOND), from, LAST_FRAME_TO, (byte) 0);
            assertThat(reopen(files)).isEqualTo(allButTheLastFrame());
        }
    }

    @Test
    void a_last_write_whose_beginning_never_arrived_is_cleared() throws IOException {
        for (int to = LAST_FRAME_FROM + 1; to < LAST_FRAME_TO; to++) {
            MemoryFiles files = intact.copy();
            Arrays.fill(files.contents.get(SECOND), LAST_FRAME_FROM, to, (byte) 0);
            assertThat(reopen(files)).isEqualTo(allButTheLastFrame());
        }
    }

    @Test
    void no_flipped_bit_of_the_last_frame_gives_a_wrong_record() throws IOException {
        for (int bit = LAST_FRAME_FROM * 8; bit < LAST_FRAME_TO * 8; bit++) {
            MemoryFiles files = intact.copy();
            files.contents.get(SECOND)[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(reopen(files)).isEqualTo(allButTheLastFrame());
        }
    }

    @Test
    void every_flipped_bit_of_an_earlier_frame_is_refused_and_located() throws IOException {
        for (int bit = SegmentHeader.BYTES * 8; bit < (SegmentHeader.BYTES + 3 * FRAME_BYTES) * 8; bit++) {
            MemoryFiles files = intact.copy();
            files.contents.get(FIRST)[bit / 8] ^= (byte) (1 << bit % 8);
            Damage damage = refusal(files);
            int frame = (bit / 8 - SegmentHeader.BYTES) / FRAME_BYTES;
            assertThat(damage.sequence()).isEqualTo(2L * frame + 1);
            if (frame < 2) {
                assertThat(damage.file()).isEqualTo(FIRST);
                assertThat(damage.offset()).isEqualTo(SegmentHeader.BYTES + (long) frame * FRAME_BYTES);
            }
        }
    }

    @Test
    void every_flipped_bit_of_a_frame_before_the_last_is_refused() throws IOException {
        for (int bit = SegmentHeader.BYTES * 8; bit < LAST_FRAME_FROM * 8; bit++) {
            MemoryFiles files = intact.copy();
            files.contents.get(SECOND)[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refusal(files)).satisfies(damage -> {
                assertThat(damage.file()).isEqualTo(SECOND);
                assertThat(damage.sequence()).isEqualTo(7);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, SECOND})
    void every_flipped_bit_of_a_header_is_refused(String name) throws IOException {
        for (int bit = 0; bit < SegmentHeader.BYTES * 8; bit++) {
            MemoryFiles files = intact.copy();
            files.contents.get(name)[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refusal(files).file()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, SECOND})
    void a_file_cut_anywhere_is_refused(String name) throws IOException {
        for (int length = 0; length < 512; length++) {
            MemoryFiles files = intact.copy();
            files.contents.put(name, Arrays.copyOf(files.contents.get(name), length));
            assertThat(refusal(files).file()).isEqualTo(name);
        }
    }

    @Test
    void a_file_that_grew_is_refused() throws IOException {
        intact.contents.put(SECOND, Arrays.copyOf(intact.contents.get(SECOND), 513));
        assertThat(refusal(intact).offset()).isEqualTo(513);
    }

    @Test
    void a_missing_segment_is_refused() throws IOException {
        intact.contents.remove(FIRST);
        assertThat(refusal(intact)).isEqualTo(new Damage(FIRST, 0, 1, "segment file is missing"));
    }

    @Test
    void segments_that_changed_places_are_refused() throws IOException {
        byte[] first = intact.contents.get(FIRST);
        intact.contents.put(FIRST, intact.contents.get(SECOND));
        intact.contents.put(SECOND, first);
        assertThat(refusal(intact)).isEqualTo(new Damage(FIRST, 0, 1, "this is segment 2"));
    }

    @Test
    void a_frame_taken_out_is_refused() throws IOException {
        byte[] bytes = intact.contents.get(FIRST);
        int from = SegmentHeader.BYTES + FRAME_BYTES;
        System.arraycopy(bytes, from + FRAME_BYTES, bytes, from, FRAME_BYTES);
        assertThat(refusal(intact)).isEqualTo(new Damage(FIRST, from, 3, "frame starts with record 5"));
    }

    @Test
    void a_record_changed_with_its_checksum_made_right_again_breaks_the_chain() throws IOException {
        ChainPoint start = new ChainPoint(3, new byte[ChainPoint.HASH_BYTES]);
        Frame forged = Frame.of(
                start, List.of("f".repeat(40).getBytes(UTF_8), "g".repeat(40).getBytes(UTF_8)));
        int from = SegmentHeader.BYTES + FRAME_BYTES;
        System.arraycopy(forged.bytes(), 0, intact.contents.get(FIRST), from, FRAME_BYTES);
        assertThat(refusal(intact)).isEqualTo(new Damage(FIRST, from, 3, "hash does not continue the frame before it"));
    }

    @Test
    void a_flipped_bit_behind_the_last_frame_of_a_finished_segment_harms_nothing() throws IOException {
        intact.contents.get(FIRST)[511] ^= 1;
        assertThat(reopen(intact)).isEqualTo(written);
    }

    @Test
    void leftovers_of_another_kind_in_the_directory_are_ignored() throws IOException {
        intact.contents.put("journal-00000003.segment.new", new byte[100]);
        intact.contents.put("notes.txt", new byte[3]);
        assertThat(reopen(intact)).isEqualTo(written);
    }
}
