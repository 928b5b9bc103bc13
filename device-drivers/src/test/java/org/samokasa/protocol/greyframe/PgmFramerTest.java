package org.samokasa.protocol.greyframe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

class PgmFramerTest {
    /** A picture of 3 x 2 pixels whose shades look like a header. */
    private static final byte[] PICTURE =
            Bytes.ascii("P5\n# made by hand\n3 2\n255\nP5 P5P").toArray();

    private final PgmFramer framer = new PgmFramer();

    private Optional<GreyFrame> feed(byte[] all, int from, int to) {
        return framer.feed(Bytes.copyOf(all, from, to));
    }

    @Test
    void a_picture_may_be_split_anywhere() {
        for (int split = 0; split <= PICTURE.length; split++) {
            Optional<GreyFrame> first = feed(PICTURE, 0, split);
            Optional<GreyFrame> second = feed(PICTURE, split, PICTURE.length);
            GreyFrame frame = first.or(() -> second).orElseThrow();
            assertThat(frame.width()).isEqualTo(3);
            assertThat(frame.height()).isEqualTo(2);
            assertThat(frame.pixels()).isEqualTo(Bytes.ascii("P5 P5P").toArray());
        }
        assertThat(framer.skippedBytes()).isZero();
    }

    @Test
    void of_several_pictures_the_newest_counts() {
        assertThat(framer.feed(Bytes.ascii("P5 1 1 255\nAP5 1 1 255\nBP5 1 1 255\n"))
                        .orElseThrow()
                        .pixels())
                .containsExactly('B');
        assertThat(framer.feed(Bytes.ascii("C")).orElseThrow().pixels()).containsExactly('C');
    }

    @Test
    void what_is_no_picture_is_skipped_up_to_the_next_one() {
        assertThat(framer.feed(Bytes.ascii("noise P4 P5 99999 99999 255\nP5 0 1 255\nP5 1 1 255\nX"))
                        .orElseThrow()
                        .pixels())
                .containsExactly('X');
        assertThat(framer.skippedBytes()).isPositive();
    }

    @Test
    void a_header_that_never_ends_is_given_up() {
        assertThat(framer.feed(Bytes.ascii("P5 #" + "x".repeat(300)))).isEmpty();
        assertThat(framer.feed(Bytes.ascii("P5 1 1 255\nY"))).isPresent();
    }
}
