package org.samokasa.protocol.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.@package@.@Name@Framer.Frame;

/** Vectors: TODO manual, edition and section; these are only those of the example. */
class @Name@CodecTest {
    /** STX, kind A = EAN-13, the data, ETX, exclusive-or of all from the kind on. */
    private static final Bytes EAN_13 = Bytes.hex("02 41 34 30 30 36 33 38 31 33 33 33 39 33 31 03 72");

    private static List<String> labels(Bytes stream) {
        return new @Name@Framer()
                .feed(stream).stream()
                        .filter(Frame.Whole.class::isInstance)
                        .map(frame -> @Name@Codec.decode(((Frame.Whole) frame).body()).orElse("no label"))
                        .toList();
    }

    @Test
    void a_frame_is_a_label_with_its_identifier() {
        assertThat(labels(EAN_13)).containsExactly("]E04006381333931");
        assertThat(@Name@Codec.encode("]E04006381333931")).contains(EAN_13);
        assertThat(@Name@Codec.encode("]X0123")).isEmpty();
    }

    @Test
    void what_is_no_label_is_none() {
        for (String body : List.of("", "41", "5A 34 30", "41 34 00", "41 34 80")) {
            assertThat(@Name@Codec.decode(Bytes.hex(body))).as(body).isEmpty();
        }
    }

    @Test
    void cuts_do_not_matter() {
        assertThat(Split.everywhere(EAN_13.plus(EAN_13), () -> new @Name@Framer()::feed)).hasSize(2);
    }

    @Test
    void rubbish_and_half_frames_cost_no_more_than_themselves() {
        for (Bytes rubbish : List.of(
                Bytes.hex("00 FF 7F 80 41 42"), EAN_13.slice(0, 8), EAN_13.slice(8, EAN_13.size()), Bytes.of(2, 2))) {
            assertThat(labels(rubbish.plus(EAN_13).plus(EAN_13))).as(rubbish.toString()).endsWith("]E04006381333931");
        }
        @Name@Framer framer = new @Name@Framer();
        assertThat(framer.feed(Bytes.of(2).plus(Bytes.ascii("A".repeat(5_000)))))
                .hasSize(1)
                .allMatch(Frame.Refused.class::isInstance);
        assertThat(framer.isHalfWay()).isFalse();
    }

    /** The check catches every single bit. A protocol without one must say here what can pass. */
    @Test
    void no_flipped_bit_makes_another_label() {
        for (Bytes flipped : Split.flipped(EAN_13)) {
            assertThat(labels(flipped.plus(EAN_13))).as(flipped.toString()).containsOnly("]E04006381333931");
        }
    }
}
