package org.samokasa.kiosk.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.persistence.journal.JournalException;

class FaultyDiskTest {
    private final FaultyDisk disk = new FaultyDisk();
    private final RandomGenerator chance = new SplittableRandom(1);

    /** A file of which {@code safe} is forced, name and all. */
    private FaultyFile safe(String contents) throws IOException {
        FaultyFile file = disk.create("f");
        put(file, contents, 0);
        file.force();
        disk.forceDirectory();
        return file;
    }

    private static void put(FaultyFile file, String text, long offset) throws IOException {
        file.write(ByteBuffer.wrap(text.getBytes(UTF_8)), offset);
    }

    private static String text(FaultyDisk disk) {
        return new String(disk.contents("f"), UTF_8);
    }

    private FaultyDisk crash(CrashPolicy policy) {
        return disk.crash(policy, chance);
    }

    @Test
    void what_was_forced_stays_and_the_rest_is_up_to_the_policy() throws IOException {
        FaultyFile file = safe("milk");
        put(file, "eggs and more", 0);
        assertThat(text(disk)).isEqualTo("eggs and more");
        assertThat(text(crash(CrashPolicy.forgetsAll()))).isEqualTo("milk");
        assertThat(text(crash(CrashPolicy.keepsAll()))).isEqualTo("eggs and more");
        file.force();
        assertThat(disk.unforcedChanges()).isZero();
        for (CrashPolicy policy : List.of(
                CrashPolicy.forgetsAll(), CrashPolicy.flips(512), CrashPolicy.scribbles(512), CrashPolicy.tears(512))) {
            assertThat(text(crash(policy))).as(policy.name()).isEqualTo("eggs and more");
        }
    }

    @Test
    void a_name_needs_its_directory_forced_whatever_was_forced_in_the_file() throws IOException {
        FaultyFile file = disk.create("f");
        put(file, "milk", 0);
        file.force();
        assertThat(crash(CrashPolicy.forgetsAll()).list()).isEmpty();
        disk.forceDirectory();
        disk.rename("f", "g");
        assertThat(crash(CrashPolicy.forgetsAll()).list()).containsExactly("f");
        assertThat(crash(CrashPolicy.keepsAll()).list()).containsExactly("g");
        disk.remove("g");
        assertThat(crash(CrashPolicy.keeps(0b01)).list()).containsExactly("g");
        assertThat(crash(CrashPolicy.keeps(0b10)).list()).containsExactly("f");
        assertThat(crash(CrashPolicy.keepsAll()).list()).isEmpty();
    }

    @Test
    void a_file_made_anew_keeps_its_old_bytes_until_that_is_forced() throws IOException {
        safe("milk").close();
        put(disk.create("f"), "eg", 0);
        assertThat(text(disk)).isEqualTo("eg");
        assertThat(text(crash(CrashPolicy.forgetsAll()))).isEqualTo("milk");
        assertThat(text(crash(CrashPolicy.keeps(0b01)))).isEmpty();
        assertThat(text(crash(CrashPolicy.keeps(0b10)))).isEqualTo("eglk");
    }

    @Test
    void a_torn_write_is_there_up_to_a_sector() throws IOException {
        FaultyFile file = safe("-".repeat(4096));
        put(file, "x".repeat(3000), 100);
        Set<Integer> ends = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            String left = text(crash(CrashPolicy.tears(512)));
            assertThat(left).matches("-{100}x*-*").hasSize(4096);
            ends.add(left.lastIndexOf('x') + 1);
        }
        assertThat(ends).containsExactlyInAnyOrder(0, 512, 1024, 1536, 2048, 2560, 3072, 3100);
    }

    @Test
    void reordered_sectors_come_in_every_combination_and_never_touch_their_neighbours() throws IOException {
        FaultyFile file = safe("-".repeat(2048));
        put(file, "x".repeat(1200), 100);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            seen.add(text(crash(CrashPolicy.reorders(512))));
        }
        assertThat(seen)
                .hasSize(8)
                .allMatch(left -> left.startsWith("-".repeat(100)) && left.endsWith("-".repeat(748)));
    }

    @Test
    void flipped_bits_and_scribbles_stay_within_what_was_being_written() throws IOException {
        FaultyFile file = safe("-".repeat(2048));
        put(file, "x".repeat(512), 512);
        Set<Integer> harmed = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            byte[] flipped = crash(CrashPolicy.flips(512)).contents("f");
            byte[] scribbled = crash(CrashPolicy.scribbles(512)).contents("f");
            for (int at = 0; at < 2048; at++) {
                boolean inside = at >= 512 && at < 1024;
                assertThat(inside || flipped[at] == '-' && scribbled[at] == '-').isTrue();
            }
            harmed.add(wrongBits(flipped));
        }
        assertThat(harmed).contains(0, 1, 2, 3);
    }

    private static int wrongBits(byte[] bytes) {
        int wrong = 0;
        for (int at = 512; at < 1024; at++) {
            wrong += bytes[512] == '-' ? 0 : Integer.bitCount((bytes[at] ^ 'x') & 0xFF);
        }
        return wrong;
    }

    @Test
    void a_longer_file_may_have_its_length_without_its_bytes_and_the_other_way_round() throws IOException {
        FaultyFile file = safe("ab");
        put(file, "cd", 2);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(text(crash(CrashPolicy.reorders(512))));
        }
        assertThat(seen).containsExactlyInAnyOrder("ab", "ab\0\0", "abcd");
    }

    @Test
    void a_killed_process_leaves_the_cache_and_a_later_power_cut_still_loses_it() throws IOException {
        put(safe("milk"), "eggs", 0);
        FaultyDisk after = disk.afterKill();
        assertThat(text(after)).isEqualTo("eggs");
        after.assertNothingLeftOpen();
        assertThat(text(after.crash(CrashPolicy.forgetsAll(), chance))).isEqualTo("milk");
        FaultyFile reopened = after.open("f");
        reopened.force();
        assertThat(text(after.crash(CrashPolicy.forgetsAll(), chance))).isEqualTo("eggs");
        assertThat(text(crash(CrashPolicy.forgetsAll())))
                .as("the disk it was copied from")
                .isEqualTo("milk");
    }

    @Test
    void a_force_that_fails_may_have_done_all_half_or_nothing_and_may_forget() throws IOException {
        assertThat(afterFailedForce(DiskFault.REFUSED)).containsExactly("----", "aabb");
        assertThat(afterFailedForce(DiskFault.HALF_DONE)).containsExactly("aa--", "aabb");
        assertThat(afterFailedForce(DiskFault.DONE)).containsExactly("aabb", "aabb");
        assertThat(afterFailedForce(DiskFault.FORGOTTEN)).containsExactly("----", "----");
    }

    /** What a power cut leaves right after the force that failed, and after a second one that went well. */
    private static List<String> afterFailedForce(DiskFault fault) throws IOException {
        FaultyDiskTest test = new FaultyDiskTest();
        FaultyFile file = test.safe("----");
        put(file, "aa", 0);
        put(file, "bb", 2);
        test.disk.failNext(1, fault);
        assertThatThrownBy(file::force).isInstanceOf(IOException.class).hasMessageContaining("FORCE f");
        List<String> left = new ArrayList<>();
        left.add(text(test.crash(CrashPolicy.forgetsAll())));
        assertThat(text(test.disk)).isEqualTo("aabb");
        file.force();
        left.add(text(test.crash(CrashPolicy.forgetsAll())));
        return left;
    }

    @Test
    void a_full_disk_takes_half_a_write_and_refuses_a_file() throws IOException {
        FaultyFile file = safe("----");
        disk.failNext(1, DiskFault.HALF_DONE);
        assertThatThrownBy(() -> put(file, "aabb", 0)).hasMessageContaining("WRITE f 4 bytes at 0");
        assertThat(text(disk)).isEqualTo("aa--");
        disk.failNext(2, DiskFault.REFUSED);
        assertThatThrownBy(() -> disk.create("g")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.rename("f", "g")).isInstanceOf(IOException.class);
        assertThat(disk.list()).containsExactly("f");
        disk.failAt(disk.operations() + 1, DiskFault.REFUSED);
        disk.forceDirectory();
        assertThatThrownBy(disk::forceDirectory).hasMessageContaining("FORCE_DIRECTORY");
    }

    @Test
    void misuse_names_the_place_where_the_file_was_opened() throws IOException {
        FaultyFile file = safe("milk");
        assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1), 5)).hasMessageContaining("behind its end");
        assertThatThrownBy(disk::assertNothingLeftOpen)
                .hasMessageContaining("left open")
                .hasRootCauseMessage("f was opened here");
        file.close();
        assertThatThrownBy(() -> put(file, "x", 0)).isInstanceOf(AssertionError.class);
        FaultyFile reading = disk.openForReading("f");
        assertThatThrownBy(() -> put(reading, "x", 0)).hasMessageContaining("reading only");
        reading.close();
        assertThatThrownBy(() -> disk.open("g")).isInstanceOf(FileNotFoundException.class);
        disk.assertNothingLeftOpen();
    }

    @Test
    void the_second_lock_is_refused_and_says_who_holds_the_first() throws IOException {
        var lock = disk.lock();
        assertThatThrownBy(disk::lock).isInstanceOf(JournalException.class).hasRootCauseMessage("locked here");
        assertThatThrownBy(disk::assertNothingLeftOpen).hasMessageContaining("never given back");
        lock.close();
        disk.lock().close();
        disk.assertNothingLeftOpen();
    }

    @Test
    void every_operation_can_be_watched_before_it_is_done_and_the_same_seed_gives_the_same_disk() throws IOException {
        List<String> watched = new ArrayList<>();
        List<byte[]> images = new ArrayList<>();
        disk.beforeEach(operation -> {
            watched.add(operation.kind() + operation.name());
            images.add(disk.crash(CrashPolicy.scribbles(512), new SplittableRandom(5))
                    .contents("f"));
            assertThat(disk.crash(CrashPolicy.scribbles(512), new SplittableRandom(5))
                            .contents("f"))
                    .isEqualTo(images.get(images.size() - 1));
        });
        FaultyFile file = safe("milk");
        put(file, "eggs".repeat(1000), 0);
        file.shorten(2);
        assertThat(watched).containsExactly("CREATEf", "WRITEf", "FORCEf", "FORCE_DIRECTORY", "WRITEf", "SHORTENf");
        assertThat(images.get(5))
                .as("harmed by this seed")
                .isNotEqualTo("eggs".repeat(1000).getBytes(UTF_8));
        assertThat(text(disk)).isEqualTo("eg");
    }
}
