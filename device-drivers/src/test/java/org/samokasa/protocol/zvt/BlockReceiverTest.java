package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.zvt.BlockReceiver.Signal;

/** Vectors: the sheet on ZVT, sections 1.3 and 17 (F4, F41, F44). */
class BlockReceiverTest {
    private static final Instant NOW = Instant.parse("2031-11-06T13:10:00Z");
    private static final Instant QUIET = NOW.plus(ZvtTimes.BYTE_GAP);
    private static final String F4 = "06 01 0C 04 00 00 00 00 23 10 49 09 78 19 40";
    private static final String F4_LINE = "10 02 06 01 0C 04 00 00 00 00 23 10 10 49 09 78 19 40 10 03 D3 53";
    private static final String F44 = "06 01 0C 04 00 00 00 00 10 37 49 09 78 19 40";
    private static final String F44_LINE = "10 02 06 01 0C 04 00 00 00 00 10 10 37 49 09 78 19 40 10 03 10 90";

    private static Function<Bytes, List<Signal>> receiver() {
        BlockReceiver receiver = new BlockReceiver();
        return chunk -> receiver.feed(chunk, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "80 00 00,10 02 80 00 00 10 03 F5 1F",
        "84 9C 00,10 02 84 9C 00 10 03 C3 41",
        "84 83 00,10 02 84 83 00 10 03 91 8E",
        "06 0F 00,10 02 06 0F 00 10 03 C6 33",
        "06 B0 00,10 02 06 B0 00 10 03 43 F3",
        F4 + "," + F4_LINE,
        F44 + "," + F44_LINE
    })
    void blocks_go_both_ways_however_they_are_cut(String message, String line) {
        assertThat(BlockReceiver.block(Bytes.hex(message))).isEqualTo(Bytes.hex(line));
        assertThat(Split.everywhere(Bytes.hex(line), BlockReceiverTest::receiver))
                .containsExactly(new Signal.Block(Bytes.hex(message)));
    }

    @Test
    void every_flipped_bit_waits_or_is_refused() {
        for (Bytes flipped : Split.flipped(Bytes.hex(F4_LINE))) {
            BlockReceiver receiver = new BlockReceiver();
            assertThat(receiver.feed(flipped, NOW)).noneMatch(Signal.Block.class::isInstance);
            assertThat(receiver.poll(QUIET)).noneMatch(Signal.Block.class::isInstance);
            assertThat(receiver.feed(Bytes.hex(F44_LINE), QUIET)).containsExactly(new Signal.Block(Bytes.hex(F44)));
        }
    }

    @Test
    void a_garbled_block_is_told_once_after_quiet() {
        BlockReceiver receiver = new BlockReceiver();
        String f41 = F4_LINE.replace("23", "27");
        assertThat(receiver.feed(Bytes.hex(f41), NOW)).isEmpty();
        assertThat(receiver.nextDue()).contains(QUIET);
        assertThat(receiver.poll(QUIET)).containsExactly(new Signal.Broken("the check of a block is wrong"));
        assertThat(receiver.poll(QUIET)).isEmpty();
    }

    @Test
    void a_torn_block_is_told_after_quiet() {
        BlockReceiver receiver = new BlockReceiver();
        receiver.feed(Bytes.hex(F4_LINE).slice(0, 9), NOW);
        assertThat(receiver.poll(QUIET)).containsExactly(new Signal.Broken("the block has no end"));
    }

    @Test
    void a_doubled_check_byte_is_borne() {
        assertThat(receiver().apply(Bytes.hex(F44_LINE.replace("10 03 10 90", "10 03 10 10 90"))))
                .containsExactly(new Signal.Block(Bytes.hex(F44)));
    }

    @Test
    void noise_around_a_block_is_dropped_and_a_new_start_drops_the_old() {
        assertThat(receiver().apply(Bytes.hex("FF 00 10 10 02 06 10 02" + F4_LINE.substring(5))))
                .containsExactly(new Signal.Block(Bytes.hex(F4)));
        assertThat(receiver().apply(Bytes.hex("06 15"))).containsExactly(new Signal.Ack(), new Signal.Nak());
    }

    @Test
    void a_flood_without_an_end_is_broken() {
        BlockReceiver receiver = new BlockReceiver();
        receiver.feed(Bytes.hex("10 02"), NOW);
        receiver.feed(Bytes.copyOf(new byte[70_000]), NOW);
        assertThat(receiver.poll(QUIET)).containsExactly(new Signal.Broken("a block longer than any message"));
    }
}
